package io.stele.server.api.events;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.stele.core.event.EventLog;
import io.stele.core.message.Json;
import io.stele.core.project.Principal;
import io.stele.core.project.Scope;
import io.stele.server.store.json.JsonText;
import io.stele.server.store.json.Members;
import java.util.OptionalLong;

/** The event log of the key's project and mode. {@code Accept} says whether a page is wanted or a stream. */
@Controller("/events")
@ExecuteOn(TaskExecutors.BLOCKING)
class EventsController {

    private final LogReading log;
    private final EventForms forms;
    private final OpenReaders readers;
    private final LogWatch watch;
    private final EventStreams streams;

    EventsController(LogReading log, EventForms forms, OpenReaders readers, LogWatch watch, EventStreams streams) {
        this.log = log;
        this.forms = forms;
        this.readers = readers;
        this.watch = watch;
        this.streams = streams;
    }

    @Get
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_EVENT_STREAM})
    HttpResponse<?> read(HttpRequest<?> request, Principal principal) {
        EventQuery query = new EventQuery(request);
        return query.wantsStream() ? stream(query, principal) : page(query, principal);
    }

    private HttpResponse<?> page(EventQuery query, Principal principal) {
        Scope scope = principal.scope();
        long after = query.after();
        int limit = query.limit();
        LogReading.Found found = log.after(scope, after, limit);
        if (isEmptyAtEnd(found, after) && query.patience().isPositive()) {
            await(query, principal, after);
            found = log.after(scope, after, limit);
        }
        return switch (found) {
            case LogReading.Page(var events, EventLog.Extent extent) -> {
                query.refuseBeyond(after, extent.last());
                yield json(HttpResponse.ok(), new Members()
                        .with("events", events, forms::of)
                        .with("next", (Long) (events.isEmpty() ? after : events.getLast().position()))
                        .with("first", (Long) extent.first())
                        .with("last", (Long) extent.last())
                        .build());
            }
            case LogReading.Expired(EventLog.Extent extent) -> expired(after, extent);
        };
    }

    private static boolean isEmptyAtEnd(LogReading.Found found, long after) {
        return found instanceof LogReading.Page(var events, var extent) && events.isEmpty() && extent.last() == after;
    }

    private void await(EventQuery query, Principal principal, long after) {
        OpenReader reader = readers.admit(principal.keyId());
        Runnable end = watch.watch(principal.scope(), reader);
        try {
            reader.awaitBeyond(after, query.patience());
        } finally {
            end.run();
            readers.leave(reader);
        }
    }

    private HttpResponse<?> stream(EventQuery query, Principal principal) {
        OptionalLong named = query.resumesAfter();
        EventLog.Extent extent = log.extent(principal.scope());
        long after = named.orElse(extent.last());
        query.refuseBeyond(after, extent.last());
        if (!extent.reachesBackTo(after)) {
            return expired(after, extent);
        }
        return HttpResponse.ok(streams.open(query.request(), principal, after))
                .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                // Neither we nor a proxy may hold parts back to compress or to collect them.
                .header(HttpHeaders.CONTENT_ENCODING, "identity")
                .header("X-Accel-Buffering", "no");
    }

    /** Tells where the log begins now, so that a reader that gives up what is lost knows where to go on. */
    private static HttpResponse<?> expired(long after, EventLog.Extent extent) {
        return json(HttpResponse.status(HttpStatus.GONE), new Members()
                .with("code", "position_expired")
                .with(
                        "message",
                        "Events after position " + after + " have been deleted; the oldest that is kept is " + extent.first() + ".")
                .with("first", (Long) extent.first())
                .with("last", (Long) extent.last())
                .build());
    }

    private static HttpResponse<?> json(MutableHttpResponse<?> response, Json body) {
        return response.contentType(MediaType.APPLICATION_JSON_TYPE).body(JsonText.write(body));
    }
}
