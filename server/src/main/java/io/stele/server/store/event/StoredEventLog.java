package io.stele.server.store.event;

import io.stele.core.event.EventLog;
import io.stele.core.event.LoggedEvent;
import io.stele.core.message.Json;
import io.stele.core.project.Mode;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import io.stele.server.store.json.EventForm;
import io.stele.server.store.json.JsonText;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Keys;
import io.stele.server.store.sql.Row;
import io.stele.server.store.sql.Session;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the logs, row by row. */
@Singleton
final class StoredEventLog implements EventLog {

    private final Database database;

    StoredEventLog(Database database) {
        this.database = database;
    }

    private record Batch(long first, String events, Instant at) {}

    @Override
    public List<LoggedEvent> after(Scope scope, long position, int limit) {
        List<LoggedEvent> events = new ArrayList<>();
        for (Batch batch : database.read(session -> batches(session, scope, position, limit))) {
            for (LoggedEvent event : events(scope, batch)) {
                if (event.position() > position && events.size() < limit) {
                    events.add(event);
                }
            }
        }
        return events;
    }

    /** No more rows than hold the events that are wanted: positions have no gaps. */
    private static List<Batch> batches(Session session, Scope scope, long position, int limit) {
        long last = position > Long.MAX_VALUE - limit ? Long.MAX_VALUE : position + limit;
        return session.list(
                StoredEventLog::batch,
                """
                select first_position, events, created_at from event_batch
                where project_id = ? and mode = ? and first_position > ? and first_position <= ? and first_position + size > ?
                order by project_id, mode, first_position""",
                scope.project().value(),
                scope.mode(),
                position - Events.MOST_IN_A_ROW,
                last,
                position + 1);
    }

    private static Batch batch(Row row) {
        return new Batch(row.number("first_position"), row.text("events"), row.moment("created_at"));
    }

    private static List<LoggedEvent> events(Scope scope, Batch batch) {
        if (!(JsonText.read(batch.events()) instanceof Json.Elements(List<Json> elements))) {
            throw new IllegalStateException("a stored row of events is no array");
        }
        List<LoggedEvent> events = new ArrayList<>();
        for (Json element : elements) {
            if (!(element instanceof Json.Members(var members))
                    || !(members.get("id") instanceof Json.Text(String id))
                    || !(members.get("event") instanceof Json event)) {
                throw new IllegalStateException("a stored event is damaged");
            }
            events.add(new LoggedEvent(
                    batch.first() + events.size(), UUID.fromString(id), scope, batch.at(), EventForm.read(event)));
        }
        return events;
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
            Keys keys = Keys.of(ends.keySet().stream()
                    .map(scope -> List.of(scope.project().value(), scope.mode().name()))
                    .toList());
            database.read(session -> session.list(
                            row -> ends.put(scope(row), row.number("next_position") - 1),
                            "select project_id, mode, next_position from event_log where (project_id, mode) in " + keys.sql(),
                            keys.values().toArray()));
        }
        return ends;
    }

    private static Scope scope(Row row) {
        return new Scope(new ProjectId(row.uuid("project_id")), row.constant("mode", Mode.class));
    }
}
