package io.stele.server.store;

import java.util.UUID;

/** Fresh H2 databases in memory. */
public final class H2Databases {

    /** How H2 is to behave, wherever it keeps its data: as in the server's configuration. */
    public static final String MODE = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=100";

    private H2Databases() {}

    /** The store on an empty database. */
    public static TestStore open() {
        return TestStore.open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" + MODE, "stele", "stele");
    }
}
