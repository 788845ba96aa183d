package io.stele.server.store.event;

import io.stele.core.event.LoggedEvent;
import io.stele.core.message.Json;
import io.stele.core.project.Scope;
import io.stele.server.store.json.EventForm;
import io.stele.server.store.json.JsonText;
import io.stele.server.store.sql.Query;
import io.stele.server.store.sql.Row;
import io.stele.server.store.sql.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads a log row by row, within a transaction. */
public final class LoggedEvents {

    private LoggedEvents() {}

    private record Batch(long first, String events, Instant at) {}

    /** The events after this position, in their order, at most {@code limit}; 0 is before the first. */
    public static List<LoggedEvent> after(Session session, Scope scope, long position, int limit) {
        List<LoggedEvent> events = new ArrayList<>();
        for (Batch batch : batches(session, scope, position, limit)) {
            if (events.size() == limit) {
                break;
            }
            for (LoggedEvent event : events(scope, batch)) {
                if (event.position() > position && events.size() < limit) {
                    events.add(event);
                }
            }
        }
        return events;
    }

    private static List<Batch> batches(Session session, Scope scope, long position, int limit) {
        return session.list(LoggedEvents::batch, batchesQuery(scope, position, limit));
    }

    /** No more rows than hold the events that are wanted: positions have no gaps. */
    static Query batchesQuery(Scope scope, long position, int limit) {
        return new Query(
                """
                select first_position, events, created_at from event_batch
                where project_id = ? and mode = ? and first_position > ? and first_position <= ? and first_position + size > ?
                order by project_id, mode, first_position limit ?""",
                List.of(
                        scope.project().value(),
                        scope.mode(),
                        position - Events.MOST_IN_A_ROW,
                        position > Long.MAX_VALUE - limit ? Long.MAX_VALUE : position + limit,
                        position + 1,
                        limit));
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
}
