package io.stele.harness.process;

import io.stele.harness.process.Program.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A PostgreSQL of its own, on the loopback address, which syncs every commit. */
public final class PostgresServer implements AutoCloseable {

    /** The name of its only user, who needs no password. */
    public static final String USER = "stele";

    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final Duration INTERVAL = Duration.ofMillis(50);

    /** What a server that is meant for this would have at least; everything else is as it comes. */
    private static final Map<String, String> SETTINGS = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "shared_buffers", "512MB",
            "max_wal_size", "4GB");

    private static final List<String> SHOWN =
            List.of("server_version", "fsync", "synchronous_commit", "full_page_writes", "shared_buffers", "max_wal_size");

    private final Command command;
    private final int port;
    private Program program;

    private PostgresServer(Command command, int port) {
        this.command = command;
        this.port = port;
        this.program = Program.start(command);
    }

    /**
     * Makes a cluster below this directory, and starts it.
     *
     * @throws IllegalStateException when it does not sync
     */
    public static PostgresServer start(Path parent) throws IOException, SQLException {
        Unprivileged user = Unprivileged.user();
        Path directory = user.directory(parent.resolve("postgres"));
        Path cluster = directory.resolve("cluster");
        Program.run(command(parent, "initdb", user.words(List.of(
                Programs.needOfPostgres("initdb").toString(), "-D", cluster.toString(), "-U", USER, "-A", "trust",
                "-E", "UTF8", "--no-locale"))));
        int port = Programs.freePort();
        List<String> words = new ArrayList<>(
                List.of(Programs.needOfPostgres("postgres").toString(), "-D", cluster.toString()));
        Map<String, String> settings = new LinkedHashMap<>(SETTINGS);
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("port", Integer.toString(port));
        settings.forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
        // At TERM it would wait until everybody has hung up.
        PostgresServer server =
                new PostgresServer(command(parent, "postgres", user.words(words)).stoppedBy("INT").added(), port);
        server.awaitStart();
        server.mustSync();
        return server;
    }

    public int port() {
        return port;
    }

    /** Where JDBC finds a database of it. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), USER, "");
    }

    public void createDatabase(String name) throws SQLException {
        try (Connection connection = connect("postgres"); Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
    }

    /** How many bytes have been written to the log of all that is written, since there is this server. */
    public long logBytes() {
        try {
            return Long.parseLong(ask("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The settings that matter here, as the server tells them. */
    public Map<String, String> shown() throws SQLException {
        Map<String, String> shown = new LinkedHashMap<>();
        for (String name : SHOWN) {
            shown.put(name, ask("show " + name));
        }
        return shown;
    }

    public synchronized boolean isRunning() {
        return program.isRunning();
    }

    /** {@code kill -9} of all its processes. */
    public synchronized void kill() {
        program.kill();
    }

    /** Starts it again at the same port, after it was killed or closed, and waits until it answers. */
    public synchronized void restart() {
        program = Program.start(command);
        awaitStart();
    }

    /** Stops it in good order, whoever is connected. */
    @Override
    public synchronized void close() {
        program.close();
    }

    private void awaitStart() {
        Waiting.until("PostgreSQL is there", LONGEST_START, INTERVAL, () -> {
            program.mustLive();
            try (Connection connection = connect("postgres")) {
                return connection.isValid(1);
            } catch (SQLException _) {
                return false;
            }
        });
    }

    private void mustSync() throws SQLException {
        for (String name : List.of("fsync", "synchronous_commit")) {
            if (!ask("show " + name).equals("on")) {
                throw new IllegalStateException("PostgreSQL runs without " + name);
            }
        }
    }

    private String ask(String question) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Command command(Path directory, String name, List<String> words) {
        return Command.of(name, words, Map.of(), directory);
    }
}
