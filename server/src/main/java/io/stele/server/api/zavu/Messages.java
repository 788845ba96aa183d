package io.stele.server.api.zavu;

import io.micronaut.http.HttpRequest;
import io.stele.adapters.zavu.ZavuIds;
import io.stele.adapters.zavu.ZavuMessages;
import io.stele.contracts.zavu.ZavuMessage;
import io.stele.contracts.zavu.ZavuPage;
import io.stele.core.intake.References;
import io.stele.core.message.Message;
import io.stele.core.message.MessageFilter;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageLog;
import io.stele.core.page.Page;
import io.stele.core.page.PageRequest;
import io.stele.core.project.Scope;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import io.stele.server.media.ShownMedia;
import jakarta.inject.Singleton;

/** Finds messages for Zavu's callers. */
@Singleton
final class Messages {

    private final MessageLog log;
    private final References references;
    private final ShownMedia media;
    private final ZavuMessages resources;

    Messages(MessageLog log, References references, ShownMedia media, ZavuMessages resources) {
        this.log = log;
        this.references = references;
        this.media = media;
        this.resources = resources;
    }

    /**
     * The message that the caller names, by our id or the provider's.
     *
     * @throws RejectedException when the scope has none such
     */
    Message get(Scope scope, String id) {
        return references
                .find(scope, ZavuIds.reference(id))
                .orElseThrow(() -> new RejectedException(new Rejection.NotFound(Rejection.Resource.MESSAGE, id)));
    }

    /** The message that the caller names, as it is shown. @throws RejectedException when the scope has none such */
    ZavuMessage show(HttpRequest<?> request, Scope scope, String id) {
        return resources.toWire(media.of(request, get(scope, id), ShownMedia.Form.PROVIDERS));
    }

    ZavuPage<ZavuMessage> list(
            HttpRequest<?> request, Scope scope, MessageFilter filter, PageRequest<MessageId> page) {
        Page<Message> found = log.messages(scope, filter, page);
        return Pages.of(
                new Page<>(media.of(request, found.items(), ShownMedia.Form.PROVIDERS), found.older(), found.newer()), resources::toWire, message -> ZavuIds.text(message.id()));
    }
}
