package io.stele.server.api.zavu;

import io.stele.adapters.zavu.ZavuIds;
import io.stele.adapters.zavu.ZavuMessages;
import io.stele.contracts.zavu.ZavuMessage;
import io.stele.contracts.zavu.ZavuPage;
import io.stele.core.intake.References;
import io.stele.core.message.Message;
import io.stele.core.message.MessageFilter;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageLog;
import io.stele.core.page.PageRequest;
import io.stele.core.project.Scope;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import jakarta.inject.Singleton;

/** Finds messages for Zavu's callers. */
@Singleton
final class Messages {

    private final MessageLog log;
    private final References references;
    private final ZavuMessages resources;

    Messages(MessageLog log, References references, ZavuMessages resources) {
        this.log = log;
        this.references = references;
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

    ZavuPage<ZavuMessage> list(Scope scope, MessageFilter filter, PageRequest<MessageId> page) {
        return Pages.of(
                log.messages(scope, filter, page), resources::toWire, message -> ZavuIds.text(message.id()));
    }
}
