package io.stele.proof.scenario;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.jspecify.annotations.Nullable;

class ShortKillOnPostgresTest extends ShortKillTest {

    private @Nullable EmbeddedPostgres postgres;

    @Override
    Map<String, String> database() throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.start();
        postgres = server;
        return Map.of(
                "STELE_DATABASE_URL", server.getJdbcUrl("postgres", "postgres"),
                "STELE_DATABASE_USERNAME", "postgres",
                "STELE_DATABASE_PASSWORD", "postgres");
    }

    @AfterEach
    void stop() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }
}
