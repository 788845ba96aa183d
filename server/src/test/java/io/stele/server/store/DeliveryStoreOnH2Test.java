package io.stele.server.store;

import io.stele.server.store.delivery.TurnPlanContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The store of deliveries, on H2. */
@Execution(ExecutionMode.CONCURRENT)
class DeliveryStoreOnH2Test {

    @Nested
    class DeliveryQueue extends DeliveryQueueContract {
        DeliveryQueue() {
            super(H2Databases::open);
        }
    }

    @Nested
    class Receipts extends ReceiptContract {
        Receipts() {
            super(H2Databases::open);
        }
    }

    @Nested
    class DeliveryRace extends DeliveryRaceContract {
        DeliveryRace() {
            super(H2Databases::open);
        }
    }

    @Nested
    class Continuation extends ContinuationContract {
        Continuation() {
            super(H2Databases::open);
        }
    }

    @Nested
    class Doubt extends DoubtContract {
        Doubt() {
            super(H2Databases::open);
        }
    }

    @Nested
    class LostLease extends LostLeaseContract {
        LostLease() {
            super(H2Databases::open);
        }
    }

    @Nested
    class Release extends ReleaseContract {
        Release() {
            super(H2Databases::open);
        }
    }

    @Nested
    class ClaimedEndpoint extends ClaimedEndpointContract {
        ClaimedEndpoint() {
            super(H2Databases::open);
        }
    }

    @Nested
    class Unreadable extends UnreadableContract {
        Unreadable() {
            super(H2Databases::open);
        }
    }

    @Nested
    class Turns extends TurnsContract {
        Turns() {
            super(H2Databases::open);
        }
    }

    @Nested
    class LockOrder extends LockOrderContract {
        LockOrder() {
            super(H2Databases::open);
        }
    }

    @Nested
    class SandboxLedger extends SandboxLedgerContract {
        SandboxLedger() {
            super(H2Databases::open);
        }
    }

    @Nested
    class TurnPlan extends TurnPlanContract {
        TurnPlan() {
            super(H2Databases::open);
        }
    }
}
