package io.stele.server.store.event;

import io.stele.core.project.Mode;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import io.stele.server.store.sql.Row;
import io.stele.server.store.sql.Session;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The logs' own rows. */
public final class EventLogs {

    /** Before all logs, as they are gone through by their keys. */
    static final Scope BEGINNING = new Scope(new ProjectId(new UUID(0, 0)), Mode.LIVE);

    private EventLogs() {}

    /** Begins the logs of a new project, one for each mode. */
    public static void begin(Session session, ProjectId project) {
        session.batch(
                "insert into event_log (project_id, mode, next_position, first_kept) values (?, ?, 1, 1)",
                Arrays.stream(Mode.values())
                        .map(mode -> List.of(project.value(), mode))
                        .toList());
    }

    /** Whose log a row speaks of. */
    static Scope scope(Row row) {
        return new Scope(new ProjectId(row.uuid("project_id")), row.constant("mode", Mode.class));
    }
}
