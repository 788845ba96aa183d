package io.stele.server.store.project;

import io.stele.core.project.Scope;
import io.stele.server.store.sql.Session;

/** Held by whoever changes what a project has of something as a whole: which sender is the default, how many webhooks there are. */
public final class ProjectLock {

    private ProjectLock() {}

    /** Waits for it, and holds it until the end of the transaction. */
    public static void take(Session session, Scope scope) {
        session.list(
                row -> row.uuid("id"),
                "select id from project where id = ? for update",
                scope.project().value());
    }
}
