package io.stele.server.store.webhook;

import io.stele.core.project.Scope;
import io.stele.server.store.event.EventHold;
import io.stele.server.store.sql.Session;
import jakarta.inject.Singleton;

/** Keeps the events that webhooks have yet to be told of. The cursor need not be locked: it only ever moves on. */
@Singleton
final class UntoldEvents implements EventHold {

    @Override
    public long releasedUpTo(Session session, Scope scope) {
        return Cursors.told(session, scope).orElse(Long.MAX_VALUE);
    }
}
