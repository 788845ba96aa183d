package io.stele.server.store;

import io.stele.server.store.event.EventPlanContract;
import io.stele.server.store.message.MessagePlanContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The store of what is sent and of what has become of it, on H2. */
@Execution(ExecutionMode.CONCURRENT)
class IntakeStoreOnH2Test {

    @Nested
    class IntakeStore extends IntakeStoreContract {
        IntakeStore() {
            super(H2Databases::open);
        }
    }

    @Nested
    class MessageLog extends MessageLogContract {
        MessageLog() {
            super(H2Databases::open);
        }
    }

    @Nested
    class MessageCounts extends MessageCountContract {
        MessageCounts() {
            super(H2Databases::open);
        }
    }

    @Nested
    class EventLog extends EventLogContract {
        EventLog() {
            super(H2Databases::open);
        }
    }

    @Nested
    class Told extends ToldContract {
        Told() {
            super(H2Databases::open);
        }
    }

    @Nested
    class ToldProgress extends ToldProgressContract {
        ToldProgress() {
            super(H2Databases::open);
        }
    }

    @Nested
    class ToldConversation extends ToldConversationContract {
        ToldConversation() {
            super(H2Databases::open);
        }
    }

    @Nested
    class Housekeeping extends HousekeepingContract {
        Housekeeping() {
            super(H2Databases::open);
        }
    }

    @Nested
    class Statements extends StatementContract {
        Statements() {
            super(H2Databases::open);
        }
    }

    @Nested
    class CommittedRows extends CommittedRowsContract {
        CommittedRows() {
            super(H2Databases::open);
        }
    }

    @Nested
    class LockWait extends LockWaitContract {
        LockWait() {
            super(H2Databases::open);
        }
    }

    @Nested
    class StuckRow extends StuckRowContract {
        StuckRow() {
            super(H2Databases::open);
        }
    }

    @Nested
    class MessagePlan extends MessagePlanContract {
        MessagePlan() {
            super(H2Databases::open);
        }
    }

    @Nested
    class EventPlan extends EventPlanContract {
        EventPlan() {
            super(H2Databases::open);
        }
    }
}
