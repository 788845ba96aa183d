package io.stele.server.store.people;

import io.stele.core.project.ProjectId;
import io.stele.server.store.sql.Ids;
import java.util.Comparator;
import java.util.UUID;

/** The primary key of a contact or a thread. Sorts as the rows are locked. */
public record RowId(ProjectId project, UUID id) implements Comparable<RowId> {

    private static final Comparator<RowId> ORDER =
            Comparator.comparing((RowId key) -> key.project().value(), Ids.ORDER).thenComparing(RowId::id, Ids.ORDER);

    @Override
    public int compareTo(RowId other) {
        return ORDER.compare(this, other);
    }
}
