package io.stele.server.api.chirp;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.stele.contracts.chirp.MessageList;
import io.stele.contracts.chirp.MessageResource;
import io.stele.core.project.Principal;

/** Reading messages, for the organization and, under a path of its own, for an app (contract §4.7, §3.5). */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class MessageController {

    private final Messages messages;
    private final ShownMessages shown;

    MessageController(Messages messages, ShownMessages shown) {
        this.messages = messages;
        this.shown = shown;
    }

    @Get(uris = {"/v1/organization/whatsapp/messages", "/v1/whatsapp/messages"})
    MessageList list(HttpRequest<?> request, Principal principal) {
        return messages.list(principal, request);
    }

    @Get(uris = {"/v1/organization/whatsapp/messages/{messageId}", "/v1/whatsapp/messages/{messageId}"})
    MessageResource get(HttpRequest<?> request, Principal principal, @PathVariable String messageId) {
        return shown.of(request, messages.get(principal, messageId));
    }
}
