package io.stele.server.store.media;

import io.stele.server.store.H2Databases;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The store of files, on H2. */
@Execution(ExecutionMode.CONCURRENT)
class MediaStoreOnH2Test {

    @Nested
    class Media extends MediaContract {
        Media() {
            super(H2Databases::open);
        }
    }

    @Nested
    class Fetching extends FetchingContract {
        Fetching() {
            super(H2Databases::open);
        }
    }
}
