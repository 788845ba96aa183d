package io.stele.server.store;

import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.stele.core.contact.ConsentWords;
import io.stele.core.time.SettableClock;
import io.stele.server.secret.SecretKey;
import io.stele.server.secret.SecretKeys;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Dialect;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The store on a database of its own, with a clock that the test sets: that of one node, or of several that share the database. */
public final class TestStore implements AutoCloseable {

    /** What the clock shows at the beginning of each test. */
    public static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    /** What every node seals secrets with. */
    public static final SecretKey KEY = SecretKey.generate();

    public static final SecretKeys KEYS = new SecretKeys(List.of(KEY));

    private final List<ApplicationContext> nodes;
    private final AtomicInteger turn = new AtomicInteger();
    private final SettableClock clock;
    private final String url;
    private final String username;
    private final String password;

    private TestStore(
            List<ApplicationContext> nodes, SettableClock clock, String url, String username, String password) {
        this.nodes = nodes;
        this.clock = clock;
        this.url = url;
        this.username = username;
        this.password = password;
    }

    /** Opens the store on the database, and brings its tables up to date. */
    public static TestStore open(String url, String username, String password) {
        return open(1, url, username, password);
    }

    /** Opens the store on the database as so many nodes do, each with its own connections and its own memory. */
    public static TestStore open(int nodes, String url, String username, String password) {
        SettableClock clock = new SettableClock(START);
        return new TestStore(
                IntStream.range(0, nodes).mapToObj(_ -> node(clock, url, username, password)).toList(),
                clock,
                url,
                username,
                password);
    }

    private static ApplicationContext node(SettableClock clock, String url, String username, String password) {
        return ApplicationContext.builder("test")
                .properties(Map.of(
                        "datasources.default.url", url,
                        "datasources.default.username", username,
                        "datasources.default.password", password))
                .beanDefinitions(
                        RuntimeBeanDefinition.builder(InstantSource.class, () -> clock)
                                .singleton(true)
                                .replaces(InstantSource.class)
                                .build(),
                        RuntimeBeanDefinition.builder(SecretKeys.class, () -> KEYS)
                                .singleton(true)
                                .replaces(SecretKeys.class)
                                .build(),
                        RuntimeBeanDefinition.builder(ConsentWords.class, ConsentWords::standard)
                                .singleton(true)
                                .replaces(ConsentWords.class)
                                .build())
                .start();
    }

    /** Another node on the same database, with a memory and a clock of its own. */
    public TestStore another() {
        return open(url, username, password);
    }

    /** What serves the port; with several nodes, the next one for each call. What is no interface is the first node's. */
    public <T> T get(Class<T> port) {
        return nodes.size() > 1 && port.isInterface() ? inTurns(port) : nodes.getFirst().getBean(port);
    }

    private <T> T inTurns(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
            ApplicationContext node = nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size()));
            try {
                return method.invoke(node.getBean(port), arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    /** All that implement the port. */
    public <T> Collection<T> all(Class<T> port) {
        return nodes.getFirst().getBeansOfType(port);
    }

    public Dialect dialect() {
        return Dialect.of(url);
    }

    public boolean isPostgres() {
        return dialect() == Dialect.POSTGRESQL;
    }

    /** A table of the numbers 1 to {@code last}, in its column {@code n}, as the database makes one. */
    public String numbers(int last) {
        return isPostgres()
                ? "(select n from generate_series(1, " + last + ") as n) as numbers"
                : "(select n from system_range(1, " + last + ") as r(n)) as numbers";
    }

    /** The KSUID that ends with the number in the column {@code n}, as an expression of the database. */
    public String numberedId() {
        return isPostgres()
                ? "decode(repeat('00', 16), 'hex') || int4send(cast(n as integer))"
                : "x'00000000000000000000000000000000' || cast(cast(n as integer) as varbinary)";
    }

    public SettableClock clock() {
        return clock;
    }

    public Database database() {
        return get(Database.class);
    }

    /**
     * Empties every table of the store, once nobody is at work in it any more. Most tables are empty already, and to look is cheaper by far than to
     * truncate: that makes new files for a table and each of its indexes.
     */
    public void erase() {
        clock.set(START);
        List<String> tables = tables();
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(isPostgres() ? deletion(tables) : "set referential_integrity false");
            if (!isPostgres()) {
                for (String table : tables) {
                    statement.execute("truncate table " + table);
                }
                statement.execute("set referential_integrity true");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot erase " + tables, e);
        }
    }

    /** Rows that refer to each other may go in any order, since triggers, which are what watches over them, are those of a replica meanwhile. */
    private static String deletion(List<String> tables) {
        return tables.stream()
                .map(table -> "delete from " + table)
                .collect(Collectors.joining(
                        ";",
                        "begin; set local session_replication_role = replica; lock table " + String.join(",", tables)
                                + " in access exclusive mode;",
                        "; commit"));
    }

    /**
     * Lets PostgreSQL clear away the rows of the table that have been deleted, which its indexes lead to until then. H2 has nothing of the kind to
     * clear away.
     */
    public void vacuum(String table) {
        if (isPostgres()) {
            run("vacuum " + table);
        }
    }

    /** The names of the store's own tables. */
    public List<String> tables() {
        return column("select table_name from information_schema.tables"
                + " where table_schema = 'public' and table_name not like 'flyway%'");
    }

    public void run(String sql) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of what the query finds. */
    public List<String> column(String sql) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The number that the query finds. */
    public long number(String sql) {
        return Long.parseLong(column(sql).getFirst());
    }

    /** How many deadlocks PostgreSQL has broken up, once the store is closed; none for H2, which keeps no count of them. */
    public long deadlocks() {
        if (!isPostgres()) {
            return 0;
        }
        awaitReports();
        return number("select deadlocks from pg_stat_database where datname = current_database()");
    }

    /** How many rows PostgreSQL has read in tables. The store is closed for it. */
    public long rowsRead() {
        close();
        awaitReports();
        return number("select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) from pg_stat_user_tables");
    }

    /** What a session has to tell is certain to be there when the session has ended. */
    private void awaitReports() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> number("select count(*) from pg_stat_activity where datname = current_database()"
                                + " and backend_type = 'client backend' and pid <> pg_backend_pid()")
                        == 0);
    }

    /**
     * How many transactions wait for a lock that another has. H2 does not say so: there it is who has done something just now, and whoever does so
     * for long waits.
     */
    public long waiting() {
        return number(
                isPostgres()
                        ? "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
                        : "select count(*) from information_schema.sessions where session_id <> session_id()"
                                + " and coalesce(sleep_since, current_timestamp) > dateadd(millisecond, -100, current_timestamp)");
    }

    /** Runs these statements in a transaction that stays open, with all that it has locked, until it is closed. */
    public Held hold(String... statements) {
        try {
            Connection connection = connection();
            connection.setAutoCommit(false);
            Held held = new Held(connection);
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            } catch (SQLException e) {
                held.close();
                throw e;
            }
            return held;
        } catch (SQLException e) {
            throw new IllegalStateException(String.join("; ", statements), e);
        }
    }

    /** Somebody's open transaction. Closing it commits what it has done. */
    public record Held(Connection connection) implements AutoCloseable {

        @Override
        public void close() {
            try (connection) {
                connection.commit();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(url, username, password);
    }

    @Override
    public void close() {
        nodes.forEach(ApplicationContext::close);
    }
}
