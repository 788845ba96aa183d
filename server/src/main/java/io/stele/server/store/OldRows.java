package io.stele.server.store;

import io.stele.core.housekeeping.Chore;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Dialect;
import java.time.Duration;
import java.time.Instant;

/**
 * Deletes the rows of a table that have become too old.
 *
 * @param name what is done, for people
 * @param moment the column that says since when a row is there; an index leads with it
 * @param lifetime after which a row goes
 * @param condition what else is asked of a row {@code t}, as SQL; empty for nothing
 */
record OldRows(Database database, String name, String table, String moment, Duration lifetime, String condition)
        implements Chore {

    private static final Duration REST = Duration.ofHours(1);
    private static final int AT_ONCE = 500;

    @Override
    public Duration rest() {
        return REST;
    }

    /** Deletes some hundred rows. Those that another is at are left for the next time. */
    @Override
    public boolean doPart(Instant now) {
        int deleted = database.write(session -> session.update(delete(session.dialect()), now.minus(lifetime), AT_ONCE));
        return deleted == AT_ONCE;
    }

    /** H2 deletes as many rows as it is told; PostgreSQL does not, but it has an address for each. */
    private String delete(Dialect dialect) {
        String old = table + " t where t." + moment + " < ?" + (condition.isEmpty() ? "" : " and " + condition);
        return switch (dialect) {
            case H2 -> "delete from " + old + " fetch first ? rows only";
            case POSTGRESQL -> "delete from " + table + " where ctid = any (array(select ctid from " + old + " order by t." + moment
                    + " limit ? for update skip locked))";
        };
    }
}
