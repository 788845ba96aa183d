package io.stele.server.api.zavu;

import io.stele.adapters.zavu.ZavuIds;
import io.stele.core.channel.Sender;
import io.stele.core.channel.SenderBook;
import io.stele.core.channel.SenderId;
import io.stele.core.project.Scope;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import jakarta.inject.Singleton;

/** The senders that paths name, as they are now. */
@Singleton
final class CurrentSenders {

    private final SenderBook book;

    CurrentSenders(SenderBook book) {
        this.book = book;
    }

    /** @throws RejectedException when the scope does not have the sender */
    Sender get(Scope scope, String id) {
        return ZavuIds.uuid(id)
                .flatMap(uuid -> book.sender(scope, new SenderId(uuid)))
                .orElseThrow(() -> notFound(id));
    }

    static RejectedException notFound(String id) {
        return new RejectedException(new Rejection.NotFound(Rejection.Resource.SENDER, id));
    }
}
