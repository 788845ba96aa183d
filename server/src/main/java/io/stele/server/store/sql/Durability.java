package io.stele.server.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/** Whether what has been committed is kept: asked after the commit, and before anybody is told of it. */
@FunctionalInterface
interface Durability {

    /** @throws StoreException when it may be lost */
    void require();

    /** PostgreSQL says so itself. */
    static Durability of(Dialect dialect, Connection connection) {
        return switch (dialect) {
            case POSTGRESQL -> () -> {};
            case H2 -> embedded(connection);
        };
    }

    /**
     * H2 (2.3) closes its file when it cannot write it, because the disk is full. Some commits that came then ended as though all was well, and were
     * lost: by what was seen, those that found the file closed already. So it is looked at again, after the commit.
     */
    private static Durability embedded(Connection connection) {
        MVStore file = file(connection);
        return () -> {
            if (file.getPanicException() != null || file.isClosed()) {
                throw new StoreException(
                        "commit",
                        new SQLException("closed", String.valueOf(ErrorCode.DATABASE_IS_CLOSED), ErrorCode.DATABASE_IS_CLOSED));
            }
        };
    }

    private static MVStore file(Connection connection) {
        try {
            SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            return session.getDatabase().getStore().getMvStore();
        } catch (SQLException e) {
            throw new StoreException("commit", e);
        }
    }
}
