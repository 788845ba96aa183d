package io.stele.server.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** Fresh databases on one PostgreSQL server, which is started with the first of them and ends with the process. */
public final class PostgresDatabases {

    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger MADE = new AtomicInteger();

    private PostgresDatabases() {}

    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.start();
                create(server, TEMPLATE, "template0");
                TestStore.open(server.getJdbcUrl("postgres", TEMPLATE), "postgres", "postgres").close();
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The store on an empty database. */
    public static TestStore open() {
        return TestStore.open(url(), "postgres", "postgres");
    }

    /** The store of two nodes on an empty database. */
    public static TestStore openForTwoNodes() {
        return TestStore.open(2, url(), "postgres", "postgres");
    }

    /** The store on an empty database that sorts text as people do, not by its bytes. */
    public static TestStore openCollated() {
        String name = "store" + MADE.incrementAndGet();
        create(Server.RUNNING, name, "template0 locale_provider icu icu_locale 'en-US'");
        return TestStore.open(Server.RUNNING.getJdbcUrl("postgres", name), "postgres", "postgres");
    }

    /** The URL of a new database that has the store's tables, for the user {@code postgres}. */
    public static String url() {
        String name = "store" + MADE.incrementAndGet();
        create(Server.RUNNING, name, TEMPLATE);
        return Server.RUNNING.getJdbcUrl("postgres", name);
    }

    private static void create(EmbeddedPostgres server, String name, String template) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create a database", e);
        }
    }
}
