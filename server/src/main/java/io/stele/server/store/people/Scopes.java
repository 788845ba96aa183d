package io.stele.server.store.people;

import io.stele.core.project.Mode;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import io.stele.server.store.sql.Ids;
import io.stele.server.store.sql.Row;
import java.util.Comparator;

/** The two columns of a scope. */
public final class Scopes {

    /** The order of the rows of scopes. */
    static final Comparator<Scope> ORDER =
            Comparator.comparing((Scope scope) -> scope.project().value(), Ids.ORDER).thenComparing(Scope::mode);

    private Scopes() {}

    /** The row's scope. */
    public static Scope read(Row row) {
        return new Scope(new ProjectId(row.uuid("project_id")), row.constant("mode", Mode.class));
    }
}
