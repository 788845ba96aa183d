package io.stele.server.store.sql;

import java.sql.SQLException;

/**
 * The database failed. The statement is named in the message, its values never are: of the database's own exceptions the kind, the SQL state
 * and the place are kept, but not the words, in which it may quote a row.
 */
public final class StoreException extends RuntimeException {

    /** There is no connection. */
    private static final String NOT_CONNECTED = "08001";

    StoreException(String sql, SQLException cause) {
        super("cannot run: " + sql, silent(cause));
    }

    /** The failure without the database's words; as it is when the database has no part in it. */
    static RuntimeException of(RuntimeException failure) {
        return failure instanceof StoreException
                ? failure
                : SqlCauses.of(failure)
                        .findFirst()
                        .<RuntimeException>map(cause -> new StoreException("a transaction", cause))
                        .orElse(failure);
    }

    private static SQLException silent(SQLException loud) {
        SQLException silent = new SQLException(loud.getClass().getSimpleName(), state(loud), loud.getErrorCode());
        silent.setStackTrace(loud.getStackTrace());
        return silent;
    }

    /** The databases tell a state with everything. What has none comes from the pool: there is no free connection, or this one has been closed. */
    private static String state(SQLException cause) {
        String state = cause.getSQLState();
        return state == null ? NOT_CONNECTED : state;
    }
}
