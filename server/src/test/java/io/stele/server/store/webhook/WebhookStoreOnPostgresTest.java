package io.stele.server.store.webhook;

import io.stele.server.store.PostgresDatabases;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The store of webhooks, on PostgreSQL. */
@Execution(ExecutionMode.CONCURRENT)
class WebhookStoreOnPostgresTest {

    @Nested
    class Webhooks extends WebhooksContract {
        Webhooks() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class WebhooksOnTwoNodes extends WebhooksContract {
        WebhooksOnTwoNodes() {
            super(PostgresDatabases::openForTwoNodes);
        }
    }

    @Nested
    class FanOut extends FanOutContract {
        FanOut() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class EventView extends EventViewContract {
        EventView() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class WebhookQueue extends WebhookQueueContract {
        WebhookQueue() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class WebhookLane extends WebhookLaneContract {
        WebhookLane() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class WebhookTurn extends WebhookTurnContract {
        WebhookTurn() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class Buffer extends BufferContract {
        Buffer() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class SilenceWatch extends SilenceWatchContract {
        SilenceWatch() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class WebhookDeliveries extends WebhookDeliveriesContract {
        WebhookDeliveries() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class WebhookPlan extends WebhookPlanContract {
        WebhookPlan() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class FanOutOnTwoNodes extends FanOutContract {
        FanOutOnTwoNodes() {
            super(PostgresDatabases::openForTwoNodes);
        }
    }

    @Nested
    class WebhookQueueOnTwoNodes extends WebhookQueueContract {
        WebhookQueueOnTwoNodes() {
            super(PostgresDatabases::openForTwoNodes);
        }
    }

    @Nested
    class WebhookLaneOnTwoNodes extends WebhookLaneContract {
        WebhookLaneOnTwoNodes() {
            super(PostgresDatabases::openForTwoNodes);
        }
    }

    @Nested
    class WebhookTurnOnTwoNodes extends WebhookTurnContract {
        WebhookTurnOnTwoNodes() {
            super(PostgresDatabases::openForTwoNodes);
        }
    }

    @Nested
    class BufferOnTwoNodes extends BufferContract {
        BufferOnTwoNodes() {
            super(PostgresDatabases::openForTwoNodes);
        }
    }

    @Nested
    class SilenceWatchOnTwoNodes extends SilenceWatchContract {
        SilenceWatchOnTwoNodes() {
            super(PostgresDatabases::openForTwoNodes);
        }
    }

    @Nested
    class WebhookDeliveriesOnTwoNodes extends WebhookDeliveriesContract {
        WebhookDeliveriesOnTwoNodes() {
            super(PostgresDatabases::openForTwoNodes);
        }
    }

    @Nested
    class WebhookSignal extends WebhookSignalContract {
        WebhookSignal() {
            super(PostgresDatabases::open);
        }
    }
}
