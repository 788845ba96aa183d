package io.stele.harness.stele;

import io.stele.harness.machine.Meter;
import io.stele.harness.machine.ProcessFiles;
import io.stele.harness.process.PostgresServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Where a server keeps what it has, and how what it writes is counted. */
public sealed interface Database {

    /** The server's settings for it. */
    Map<String, String> settings();

    /** The costs of a server with it: the server's own processor time, and the bytes that reach the disk for durability. */
    Meter meter(long pid);

    /** A database of a PostgreSQL; what is written is what is added to its log. */
    record OfPostgres(PostgresServer server, String name) implements Database {

        /** A new one. */
        public static OfPostgres create(PostgresServer server, String name) throws SQLException {
            server.createDatabase(name);
            return new OfPostgres(server, name);
        }

        @Override
        public Map<String, String> settings() {
            return Map.of(
                    "STELE_DATABASE_URL",
                    server.url(name),
                    "STELE_DATABASE_USERNAME",
                    PostgresServer.USER,
                    "STELE_DATABASE_PASSWORD",
                    "none");
        }

        @Override
        public Meter meter(long pid) {
            return new Meter(List.of(pid), server::logBytes);
        }
    }

    /** The embedded one, in files; what is written is what the process has written to files. */
    record Embedded(Path directory) implements Database {

        @Override
        public Map<String, String> settings() {
            return Map.of("STELE_DATA_DIR", directory.toString());
        }

        @Override
        public Meter meter(long pid) {
            return new Meter(List.of(pid), () -> ProcessFiles.of(pid).writtenBytes());
        }
    }
}
