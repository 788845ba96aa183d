package io.stele.server.store.sql;

import java.sql.SQLException;

/** The database failed. The statement is named in the message, its values never are. */
public final class StoreException extends RuntimeException {

    StoreException(String sql, SQLException cause) {
        super("cannot run: " + sql, cause);
    }
}
