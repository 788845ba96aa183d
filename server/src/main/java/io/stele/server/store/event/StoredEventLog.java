package io.stele.server.store.event;

import io.stele.core.event.EventLog;
import io.stele.core.event.LoggedEvent;
import io.stele.core.project.Scope;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Keys;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    @Override
    public Map<Scope, Long> ends(Collection<Scope> scopes) {
        Map<Scope, Long> ends = new HashMap<>();
        scopes.forEach(scope -> ends.put(scope, 0L));
        if (!ends.isEmpty()) {
            List<List<Object>> asked = ends.keySet().stream()
                    .map(scope -> List.<Object>of(scope.project().value(), scope.mode().name()))
                    .toList();
            database.read(session -> session.list(
                    row -> ends.put(EventLogs.scope(row), row.number("next_position") - 1),
                    new Keys(asked),
                    "select project_id, mode, next_position from event_log where (project_id, mode) in :keys"));
        }
        return ends;
    }
}
