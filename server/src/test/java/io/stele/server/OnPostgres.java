package io.stele.server;

import io.stele.server.store.PostgresDatabases;
import java.nio.file.Path;
import java.util.Map;

/** On a real PostgreSQL, in a database of the test's own. */
public interface OnPostgres extends OnDatabase {

    @Override
    default Map<String, String> database(Path directory) {
        return Map.of(
                "STELE_DATABASE_URL", PostgresDatabases.url(),
                "STELE_DATABASE_USERNAME", "postgres",
                "STELE_DATABASE_PASSWORD", "postgres");
    }
}
