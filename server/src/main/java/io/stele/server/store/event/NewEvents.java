package io.stele.server.store.event;

import io.stele.core.event.Event;
import io.stele.core.project.Scope;
import io.stele.server.store.sql.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What happens in one transaction, in order, until it is added to the logs at the transaction's end. */
public final class NewEvents {

    private final List<Events.Entry> entries = new ArrayList<>();

    /** Notes an event. */
    public void add(Scope scope, Event event) {
        entries.add(new Events.Entry(scope, event));
    }

    /** Adds all that was noted to the logs. */
    public void write(Session session, Instant at) {
        Events.append(session, entries, at);
        entries.clear();
    }
}
