package io.stele.server.store.media;

import io.stele.server.store.PostgresDatabases;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The store of files, on PostgreSQL. */
@Execution(ExecutionMode.CONCURRENT)
class MediaStoreOnPostgresTest {

    @Nested
    class Media extends MediaContract {
        Media() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class Fetching extends FetchingContract {
        Fetching() {
            super(PostgresDatabases::open);
        }
    }
}
