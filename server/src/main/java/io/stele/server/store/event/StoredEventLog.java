package io.stele.server.store.event;

import io.stele.core.event.EventLog;
import io.stele.core.event.LoggedEvent;
import io.stele.core.project.Scope;
import io.stele.server.store.sql.Database;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads the logs. */
@Singleton
final class StoredEventLog implements EventLog {

    private final Database database;

    StoredEventLog(Database database) {
        this.database = database;
    }

    @Override
    public List<LoggedEvent> after(Scope scope, long position, int limit) {
        return database.read(session -> LoggedEvents.after(session, scope, position, limit));
    }

    @Override
    public Extent extent(Scope scope) {
        return database.read(session -> session.first(
                        row -> new Extent(row.number("first_kept"), row.number("next_position") - 1),
                        "select first_kept, next_position from event_log where project_id = ? and mode = ?",
                        scope.project().value(),
                        scope.mode()))
                .orElse(new Extent(1, 0));
    }
}
