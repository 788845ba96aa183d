package io.stele.server.store.project;

import io.stele.core.channel.SenderId;
import io.stele.core.project.Scope;
import io.stele.server.store.sql.Session;

/** Hears of senders that are removed. */
public interface SenderLeaving {

    /** Removes what goes with the sender, in the transaction that removes it. The caller holds the {@link ProjectLock}. */
    void leave(Session session, Scope scope, SenderId sender);
}
