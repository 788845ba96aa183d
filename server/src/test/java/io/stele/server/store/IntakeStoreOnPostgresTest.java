package io.stele.server.store;

import io.stele.server.store.event.EventPlanContract;
import io.stele.server.store.message.MessagePlanOnPostgresContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The store of what is sent and of what has become of it, on PostgreSQL. */
@Execution(ExecutionMode.CONCURRENT)
class IntakeStoreOnPostgresTest {

    @Nested
    class IntakeStore extends IntakeStoreContract {
        IntakeStore() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class IntakeStoreOnTwoNodes extends IntakeStoreContract {
        IntakeStoreOnTwoNodes() {
            super(PostgresDatabases::openForTwoNodes);
        }
    }

    @Nested
    class HousekeepingOnTwoNodes extends HousekeepingContract {
        HousekeepingOnTwoNodes() {
            super(PostgresDatabases::openForTwoNodes);
        }
    }

    @Nested
    class MessageLog extends MessageLogContract {
        MessageLog() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class MessageCounts extends MessageCountContract {
        MessageCounts() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class EventLog extends EventLogContract {
        EventLog() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class Told extends ToldContract {
        Told() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class ToldProgress extends ToldProgressContract {
        ToldProgress() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class ToldConversation extends ToldConversationContract {
        ToldConversation() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class Housekeeping extends HousekeepingContract {
        Housekeeping() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class Statements extends StatementContract {
        Statements() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class CommittedRows extends CommittedRowsContract {
        CommittedRows() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class LockWait extends LockWaitContract {
        LockWait() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class StuckRow extends StuckRowContract {
        StuckRow() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class MessagePlan extends MessagePlanOnPostgresContract {
        MessagePlan() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class EventPlan extends EventPlanContract {
        EventPlan() {
            super(PostgresDatabases::open);
        }
    }
}
