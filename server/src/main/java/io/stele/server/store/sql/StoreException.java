package io.stele.server.store.sql;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/**
 * The database failed. The statement is named in the message, its values never are: of the database's own exceptions the kind, the SQL state
 * and the place are kept, but not the words, in which it may quote a row.
 */
public final class StoreException extends RuntimeException {

    /** There was no connection to be had: nothing has been done. */
    public static final String NOT_CONNECTED = "08001";

    /** The connection is there no more. */
    private static final String DISCONNECTED = "08003";

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

    /** The databases tell a state with everything. What has none comes from the pool, and so does that it has no connection to give. */
    private static String state(SQLException cause) {
        if (cause instanceof SQLTransientConnectionException) {
            return NOT_CONNECTED;
        }
        String state = cause.getSQLState();
        return state == null ? DISCONNECTED : state;
    }
}
