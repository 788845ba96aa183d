package io.stele.server.api.kapso;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.stele.adapters.kapso.MessageResources;
import io.stele.adapters.kapso.Surface;
import io.stele.contracts.kapso.CursorPage;
import io.stele.contracts.kapso.DataResponse;
import io.stele.core.message.Message;
import io.stele.core.message.MessageFilter;
import io.stele.core.message.MessageLog;
import io.stele.core.page.Page;
import io.stele.core.page.PageRequest;
import io.stele.core.project.Principal;
import io.stele.server.media.ShownMedia;
import java.util.List;

/** The project's messages on the platform, paged by cursor or by number (contract §3.1). */
@Controller(Paths.PLATFORM + "/messages")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PlatformMessages {

    private final Numbers numbers;
    private final Messages messages;
    private final MessageLog log;
    private final ShownMedia media;
    private final MessageResources resources;
    private final Cursors cursors;
    private final Offsets offsets;

    PlatformMessages(
            Numbers numbers,
            Messages messages,
            MessageLog log,
            ShownMedia media,
            MessageResources resources,
            Cursors cursors,
            Offsets offsets) {
        this.numbers = numbers;
        this.messages = messages;
        this.log = log;
        this.media = media;
        this.resources = resources;
        this.cursors = cursors;
        this.offsets = offsets;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request, Principal principal) {
        Query query = new Query(request);
        MessageFilter filter = Messages.ofProject(
                query,
                query.text("phone_number_id").map(id -> numbers.narrowing(principal, id)).orElse(null));
        return Offsets.isAskedFor(query)
                ? byNumber(request, principal, filter, Offsets.wanted(query))
                : HttpResponse.ok(byCursor(request, principal, filter, query));
    }

    @Get("/{messageId:.*}")
    DataResponse<io.stele.contracts.kapso.Message> get(
            HttpRequest<?> request, Principal principal, @PathVariable String messageId) {
        return new DataResponse<>(shown(request, List.of(messages.get(principal.scope(), messageId, null))).getFirst());
    }

    private CursorPage<io.stele.contracts.kapso.Message> byCursor(
            HttpRequest<?> request, Principal principal, MessageFilter filter, Query query) {
        Page<Message> page = log.messages(principal.scope(), filter, cursors.messages(query));
        return new CursorPage<>(shown(request, page.items()), cursors.ofMessages(page, Message::id));
    }

    private HttpResponse<?> byNumber(
            HttpRequest<?> request, Principal principal, MessageFilter filter, Offsets.Wanted wanted) {
        if (wanted.isTooDeep()) {
            return offsets.tooDeep(request, wanted);
        }
        Page<Message> page = log.messages(
                principal.scope(), filter, PageRequest.skipping(Math.toIntExact(wanted.skipped()), wanted.size()));
        return offsets.page(request, wanted, shown(request, page.items()), log.count(principal.scope(), filter));
    }

    private List<io.stele.contracts.kapso.Message> shown(HttpRequest<?> request, List<Message> found) {
        return media.of(request, found, ShownMedia.Form.PROVIDERS).stream().map(this::shown).toList();
    }

    private io.stele.contracts.kapso.Message shown(Message message) {
        return resources.message(message, numbers.id(message.scope(), message.endpoint()), Surface.PLATFORM);
    }
}
