package io.stele.server.store;

import org.flywaydb.core.Flyway;

/** The classes that migrations need. */
public final class MigrationClasses {

    private MigrationClasses() {}

    /** Loads most of them, and does nothing else: Flyway's configuration brings along half of Jackson. */
    public static void load() {
        Flyway.configure().load();
    }
}
