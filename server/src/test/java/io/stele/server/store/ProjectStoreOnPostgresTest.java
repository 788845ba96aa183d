package io.stele.server.store;

import io.stele.server.store.secret.ServerSecretContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The store of projects and of what they have, on PostgreSQL. */
@Execution(ExecutionMode.CONCURRENT)
class ProjectStoreOnPostgresTest {

    @Nested
    class Directory extends DirectoryContract {
        Directory() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class SenderBook extends SenderBookContract {
        SenderBook() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class NumberStore extends NumberStoreContract {
        NumberStore() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class CustomerBook extends CustomerBookContract {
        CustomerBook() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class SettingSeals extends SettingSealsContract {
        SettingSeals() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class ServerSecret extends ServerSecretContract {
        ServerSecret() {
            super(PostgresDatabases::open);
        }
    }
}
