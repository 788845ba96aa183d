package io.stele.server.store;

import io.stele.server.start.Embedded;
import java.util.UUID;

/** Fresh H2 databases in memory. */
public final class H2Databases {

    private H2Databases() {}

    /** The store on an empty database. */
    public static TestStore open() {
        return TestStore.open(Embedded.at("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"), "stele", "stele");
    }
}
