package io.stele.server.store.people;

import io.stele.core.project.Mode;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import io.stele.server.store.sql.Row;

/** The two columns of a scope. */
public final class Scopes {

    private Scopes() {}

    /** The row's scope. */
    public static Scope read(Row row) {
        return new Scope(new ProjectId(row.uuid("project_id")), row.constant("mode", Mode.class));
    }
}
