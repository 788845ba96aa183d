package io.stele.server.store.webhook;

import io.stele.server.store.H2Databases;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The store of webhooks, on H2. */
@Execution(ExecutionMode.CONCURRENT)
class WebhookStoreOnH2Test {

    @Nested
    class Webhooks extends WebhooksContract {
        Webhooks() {
            super(H2Databases::open);
        }
    }

    @Nested
    class FanOut extends FanOutContract {
        FanOut() {
            super(H2Databases::open);
        }
    }

    @Nested
    class EventView extends EventViewContract {
        EventView() {
            super(H2Databases::open);
        }
    }

    @Nested
    class WebhookQueue extends WebhookQueueContract {
        WebhookQueue() {
            super(H2Databases::open);
        }
    }

    @Nested
    class WebhookLane extends WebhookLaneContract {
        WebhookLane() {
            super(H2Databases::open);
        }
    }

    @Nested
    class WebhookTurn extends WebhookTurnContract {
        WebhookTurn() {
            super(H2Databases::open);
        }
    }

    @Nested
    class Buffer extends BufferContract {
        Buffer() {
            super(H2Databases::open);
        }
    }

    @Nested
    class SilenceWatch extends SilenceWatchContract {
        SilenceWatch() {
            super(H2Databases::open);
        }
    }

    @Nested
    class WebhookDeliveries extends WebhookDeliveriesContract {
        WebhookDeliveries() {
            super(H2Databases::open);
        }
    }

    @Nested
    class WebhookPlan extends WebhookPlanContract {
        WebhookPlan() {
            super(H2Databases::open);
        }
    }

    @Nested
    class WebhookSignal extends WebhookSignalContract {
        WebhookSignal() {
            super(H2Databases::open);
        }
    }
}
