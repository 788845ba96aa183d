package io.stele.server.store;

import io.stele.server.store.secret.ServerSecretContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The store of projects and of what they have, on H2. */
@Execution(ExecutionMode.CONCURRENT)
class ProjectStoreOnH2Test {

    @Nested
    class Directory extends DirectoryContract {
        Directory() {
            super(H2Databases::open);
        }
    }

    @Nested
    class SenderBook extends SenderBookContract {
        SenderBook() {
            super(H2Databases::open);
        }
    }

    @Nested
    class NumberStore extends NumberStoreContract {
        NumberStore() {
            super(H2Databases::open);
        }
    }

    @Nested
    class CustomerBook extends CustomerBookContract {
        CustomerBook() {
            super(H2Databases::open);
        }
    }

    @Nested
    class SettingSeals extends SettingSealsContract {
        SettingSeals() {
            super(H2Databases::open);
        }
    }

    @Nested
    class ServerSecret extends ServerSecretContract {
        ServerSecret() {
            super(H2Databases::open);
        }
    }
}
