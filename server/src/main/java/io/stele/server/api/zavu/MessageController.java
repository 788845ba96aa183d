package io.stele.server.api.zavu;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.stele.adapters.zavu.ZavuAttachmentMapper;
import io.stele.adapters.zavu.ZavuIds;
import io.stele.contracts.zavu.ZavuAttachment;
import io.stele.contracts.zavu.ZavuItems;
import io.stele.contracts.zavu.ZavuMessage;
import io.stele.contracts.zavu.ZavuMessageResponse;
import io.stele.contracts.zavu.ZavuPage;
import io.stele.core.message.Attachment;
import io.stele.core.message.Email;
import io.stele.core.message.Message;
import io.stele.core.message.MessageFilter;
import io.stele.core.project.Principal;
import java.util.List;
import java.util.Set;

/** Reading messages and the files of emails (contract §2.1). */
@Controller("/v1/messages")
@ExecuteOn(TaskExecutors.BLOCKING)
final class MessageController {

    private final Messages messages;
    private final ZavuAttachmentMapper attachments;
    private final FileLinks links;

    MessageController(
            Messages messages, ZavuAttachmentMapper attachments, FileLinks links) {
        this.messages = messages;
        this.attachments = attachments;
        this.links = links;
    }

    @Get
    ZavuPage<ZavuMessage> list(HttpRequest<?> request, Principal principal) {
        ListQuery query = new ListQuery(request);
        MessageFilter.Builder filter = MessageFilter.builder()
                .on(query.channel().orElse(null))
                .withStatus(query.status().map(Set::of).orElse(Set.of()))
                .to(query.to().orElse(null));
        return messages.list(request, principal.scope(), filter, query.page(ZavuIds::messageId));
    }

    @Get("/{messageId}")
    ZavuMessageResponse get(HttpRequest<?> request, Principal principal, @PathVariable String messageId) {
        return new ZavuMessageResponse(messages.show(request, principal.scope(), messageId));
    }

    @Get("/{messageId}/attachments")
    ZavuItems<ZavuAttachment> attachments(
            HttpRequest<?> request, Principal principal, @PathVariable String messageId) {
        Message message = messages.get(principal.scope(), messageId);
        List<Attachment> files = message.content() instanceof Email email ? email.attachments() : List.of();
        return new ZavuItems<>(files.stream()
                .map(file -> attachments.toWire(file, links.to(request, principal, message, file), message.createdAt()))
                .toList());
    }
}
