package io.stele.server.store.event;

import io.stele.core.project.Scope;
import io.stele.server.store.sql.Session;

/** Keeps events that somebody has yet to be told, however old they are. One bean for each part of the server that tells of events. */
public interface EventHold {

    /** The position up to which this part needs the log no more; {@link Long#MAX_VALUE} when it needs nothing of it. */
    long releasedUpTo(Session session, Scope scope);
}
