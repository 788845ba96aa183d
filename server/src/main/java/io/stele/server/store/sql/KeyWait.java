package io.stele.server.store.sql;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;

/**
 * How inserts wait in H2 for a key that another transaction is inserting.
 *
 * <p>H2 itself tries such an insert again and again without a pause; and from a statement's failure on, all who wait for its transaction ask again and
 * again too, until that ends. So H2 is allowed no time of its own here, and who finds a key that is being inserted gives up all it has: its
 * transaction is run again, after a pause.
 */
final class KeyWait {

    /** An insert of one row. */
    @FunctionalInterface
    interface Insert {

        /** @return how many rows were inserted */
        int run() throws SQLException;
    }

    /** Thrown by a transaction that needs a key which another is inserting: it is rolled back, and run again for as long as a statement may wait. */
    static final class InsertedByAnotherException extends RuntimeException {

        private final Duration longest;

        private InsertedByAnotherException(Duration longest, SQLException cause) {
            super(cause);
            this.longest = longest;
        }

        /** For how long to try in all. */
        Duration longest() {
            return longest;
        }
    }

    private final Duration longest;

    private KeyWait(Duration longest) {
        this.longest = longest;
    }

    /** Does what inserts, where H2 does not wait itself. */
    static <T> T within(Session session, Function<KeyWait, T> work) {
        KeyWait wait = new KeyWait(LockWait.allowed(session));
        return LockWait.within(session, Duration.ZERO, _ -> work.apply(wait));
    }

    /** Inserts, unless somebody else is inserting the key. */
    int insert(Insert insert) throws SQLException {
        try {
            return insert.run();
        } catch (SQLException e) {
            if (LockWait.ended(e)) {
                throw new InsertedByAnotherException(longest, e);
            }
            throw e;
        }
    }
}
