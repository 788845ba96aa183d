package io.stele.server.store;

import io.stele.server.store.delivery.TurnPlanContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The store of deliveries, on PostgreSQL. */
@Execution(ExecutionMode.CONCURRENT)
class DeliveryStoreOnPostgresTest {

    @Nested
    class DeliveryQueue extends DeliveryQueueContract {
        DeliveryQueue() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class Receipts extends ReceiptContract {
        Receipts() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class DeliveryRace extends DeliveryRaceContract {
        DeliveryRace() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class Continuation extends ContinuationContract {
        Continuation() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class Doubt extends DoubtContract {
        Doubt() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class LostLease extends LostLeaseContract {
        LostLease() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class Release extends ReleaseContract {
        Release() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class ClaimedEndpoint extends ClaimedEndpointContract {
        ClaimedEndpoint() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class Unreadable extends UnreadableContract {
        Unreadable() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class Turns extends TurnsContract {
        Turns() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class LockOrder extends LockOrderContract {
        LockOrder() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class LockOrderWithAnotherCollation extends LockOrderContract {
        LockOrderWithAnotherCollation() {
            super(PostgresDatabases::openCollated);
        }
    }

    @Nested
    class DeliveryRaceOnTwoNodes extends DeliveryRaceContract {
        DeliveryRaceOnTwoNodes() {
            super(PostgresDatabases::openForTwoNodes);
        }
    }

    @Nested
    class LockOrderOnTwoNodes extends LockOrderContract {
        LockOrderOnTwoNodes() {
            super(PostgresDatabases::openForTwoNodes);
        }
    }

    @Nested
    class SandboxLedger extends SandboxLedgerContract {
        SandboxLedger() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class TurnPlan extends TurnPlanContract {
        TurnPlan() {
            super(PostgresDatabases::open);
        }
    }
}
