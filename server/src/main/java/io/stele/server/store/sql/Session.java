package io.stele.server.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Statements within one transaction. */
public final class Session {

    private static final String CONFLICT = " on conflict do nothing";

    private final Connection connection;
    private final Dialect dialect;
    private final Set<Signal> signals = EnumSet.noneOf(Signal.class);

    Session(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** What the database speaks. */
    public Dialect dialect() {
        return dialect;
    }

    /** Says that the transaction leaves this to do; those who do it hear of it after the commit. */
    public void raise(Signal signal) {
        signals.add(signal);
    }

    Set<Signal> raised() {
        return signals;
    }

    /** Makes something of a row. */
    @FunctionalInterface
    public interface Mapping<T> {
        T map(Row row);
    }

    /** Shows each row that the query finds, in its order. */
    public void each(Consumer<Row> reader, String sql, @Nullable Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Values.bind(connection, statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                Row row = new Row(rows);
                while (rows.next()) {
                    reader.accept(row);
                }
            }
        } catch (SQLException e) {
            throw new StoreException(sql, e);
        }
    }

    /** The rows that the query finds, in its order. */
    public <T> List<T> list(Mapping<T> mapping, String sql, @Nullable Object... values) {
        List<T> found = new ArrayList<>();
        each(row -> found.add(mapping.map(row)), sql, values);
        return found;
    }

    /** The rows that the query finds, in its order. */
    public <T> List<T> list(Mapping<T> mapping, Query query) {
        return list(mapping, query.sql(), query.values().toArray());
    }

    /** Shows each row that has one of these keys: in the query's order, but in H2 in the order of the keys. */
    public void each(Consumer<Row> reader, Keys keys, String sql, @Nullable Object... values) {
        for (Query part : keys.parts(dialect, sql, Arrays.asList(values))) {
            each(reader, part.sql(), part.values().toArray());
        }
    }

    /** The rows that have one of these keys: in the query's order, but in H2 in the order of the keys. */
    public <T> List<T> list(Mapping<T> mapping, Keys keys, String sql, @Nullable Object... values) {
        List<T> found = new ArrayList<>();
        each(row -> found.add(mapping.map(row)), keys, sql, values);
        return found;
    }

    /** The first row that the query finds. */
    public <T> Optional<T> first(Mapping<T> mapping, String sql, @Nullable Object... values) {
        return list(mapping, sql, values).stream().findFirst();
    }

    /** Whether the query finds a row. */
    public boolean any(Query query) {
        return !list(_ -> true, query).isEmpty();
    }

    /** The one number that the query finds. */
    public long number(Query query) {
        return list(row -> row.number("n"), query).getFirst();
    }

    /** Changes rows. @return how many */
    public int update(String sql, @Nullable Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Values.bind(connection, statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException(sql, e);
        }
    }

    /**
     * Runs the statement once for each list of values; some hundreds of them share a round trip.
     *
     * @return how many rows each run changed
     */
    public int[] batch(String sql, List<? extends List<? extends @Nullable Object>> runs) {
        if (runs.isEmpty()) {
            return new int[0];
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (List<? extends @Nullable Object> values : runs) {
                Values.bind(connection, statement, values.toArray());
                statement.addBatch();
            }
            return counted(sql, statement.executeBatch());
        } catch (SQLException e) {
            throw new StoreException(sql, e);
        }
    }

    /**
     * Runs the statement once for each list of values, as {@link #batch}, but in PostgreSQL in one go. So no list may change a row that another changes, and none sees
     * what another does. What is inserted is numbered in the order of the lists.
     *
     * @param sql an insert of {@code values}, an update or a delete
     */
    public void together(String sql, List<? extends List<? extends @Nullable Object>> runs) {
        switch (dialect) {
            case POSTGRESQL -> atOnce(sql, runs);
            case H2 -> batch(sql, runs);
        }
    }

    /** A single row is written as it is: for that nothing has to be planned anew. */
    private void atOnce(String sql, List<? extends List<? extends @Nullable Object>> runs) {
        if (runs.size() <= 1) {
            batch(sql, runs);
            return;
        }
        ManyRows many = ManyRows.of(sql, runs);
        try (PreparedStatement statement = connection.prepareStatement(many.sql())) {
            int at = 1;
            for (ManyRows.Column column : many.columns()) {
                statement.setArray(at++, column.array(connection));
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException(many.sql(), e);
        }
    }

    /** Inserts the rows whose keys are free, as {@link #insertAll}, but in PostgreSQL in one go. */
    public void insertTogether(String sql, List<? extends List<? extends @Nullable Object>> runs) {
        switch (dialect) {
            case POSTGRESQL -> atOnce(sql + CONFLICT, runs);
            case H2 -> insertAll(sql, runs);
        }
    }

    /** Inserts a row unless its key is taken. @return whether it was free: 1 or 0 */
    public int insert(String sql, @Nullable Object... values) {
        return insertAll(sql, List.of(Arrays.asList(values)))[0];
    }

    /**
     * Inserts the rows whose keys are free. Where another transaction inserts the same key, this waits for its end, as a statement waits for
     * a row that is locked.
     *
     * @param sql an insert of one row for each list of values, which says nothing of conflicts
     * @return how many rows each run inserted: 0 when the key was taken
     */
    public int[] insertAll(String sql, List<? extends List<? extends @Nullable Object>> runs) {
        String insert = sql + CONFLICT;
        return switch (dialect) {
            case POSTGRESQL -> batch(insert, runs);
            case H2 -> runs.isEmpty() ? new int[0] : KeyWait.within(this, wait -> oneByOne(wait, insert, runs));
        };
    }

    private int[] oneByOne(KeyWait wait, String sql, List<? extends List<? extends @Nullable Object>> runs) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int[] inserted = new int[runs.size()];
            for (int i = 0; i < inserted.length; i++) {
                Values.bind(connection, statement, runs.get(i).toArray());
                inserted[i] = wait.insert(statement::executeUpdate);
            }
            return inserted;
        } catch (SQLException e) {
            throw new StoreException(sql, e);
        }
    }

    /** Everything that is decided by a key is decided by these counts. */
    private static int[] counted(String sql, int[] changed) {
        for (int count : changed) {
            if (count < 0) {
                throw new IllegalStateException(
                        "the driver does not say how many rows were changed; reWriteBatchedInserts must be off: " + sql);
            }
        }
        return changed;
    }
}
