package io.stele.server.api.sandbox;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.stele.adapters.zavu.ZavuIds;
import io.stele.core.inbound.Inbox;
import io.stele.core.project.Principal;
import org.jspecify.annotations.Nullable;

/** Takes messages from pretend customers. */
@Controller("/sandbox/inbound")
@ExecuteOn(TaskExecutors.BLOCKING)
class InboundController {

    private final InboundReader reader;
    private final Inbox inbox;

    InboundController(InboundReader reader, Inbox inbox) {
        this.reader = reader;
        this.inbox = inbox;
    }

    /** The message's id in Zavu's form. */
    @Serdeable
    record Taken(String id) {}

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<Taken> receive(HttpRequest<?> request, Principal principal, @Body byte @Nullable [] body) {
        return HttpResponse.accepted()
                .body(new Taken(ZavuIds.text(
                        inbox.receive(reader.read(request, principal.scope(), body)).id())));
    }
}
