package io.stele.server.store.event;

import com.github.f4b6a3.uuid.UuidCreator;
import io.stele.core.event.Event;
import io.stele.core.message.Json;
import io.stele.core.project.Scope;
import io.stele.server.store.json.EventForm;
import io.stele.server.store.json.JsonText;
import io.stele.server.store.sql.Session;
import io.stele.server.store.sql.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds to the event logs, within the transaction that makes the change. */
public final class Events {

    /** Bounds how far before a position its row can begin. */
    static final int MOST_IN_A_ROW = 500;

    private Events() {}

    /** An event of a scope. */
    public record Entry(Scope scope, Event event) {}

    /** Adds events, which keep their order within each scope. */
    public static void append(Session session, Collection<Entry> entries, Instant at) {
        Map<Scope, List<Json>> byScope = new LinkedHashMap<>();
        entries.forEach(entry -> byScope.computeIfAbsent(entry.scope(), _ -> new ArrayList<>()).add(form(entry.event())));
        List<List<Object>> rows = new ArrayList<>();
        byScope.forEach((scope, events) -> {
            for (int from = 0; from < events.size(); from += MOST_IN_A_ROW) {
                List<Json> row = events.subList(from, Math.min(events.size(), from + MOST_IN_A_ROW));
                rows.add(List.of(
                        scope.project().value(), scope.mode(), row.size(), JsonText.write(new Json.Elements(row)), at));
            }
        });
        session.batch(
                "insert into event_batch (project_id, mode, size, events, created_at) values (?, ?, ?, ?, ?)", rows);
        if (!rows.isEmpty()) {
            session.raise(Signal.EVENTS_WRITTEN);
        }
    }

    private static Json form(Event event) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("id", new Json.Text(UuidCreator.getTimeOrderedEpoch().toString()));
        members.put("event", EventForm.write(event));
        return new Json.Members(members);
    }
}
