package io.stele.server.store;

import io.stele.server.store.conversation.ConversationPlanContract;
import io.stele.server.store.delivery.TurnPlanContract;
import io.stele.server.store.event.EventPlanContract;
import io.stele.server.store.media.FetchingContract;
import io.stele.server.store.media.MediaContract;
import io.stele.server.store.message.MessagePlanContract;
import io.stele.server.store.secret.ServerSecretContract;
import io.stele.server.store.webhook.BufferContract;
import io.stele.server.store.webhook.EventViewContract;
import io.stele.server.store.webhook.FanOutContract;
import io.stele.server.store.webhook.SilenceWatchContract;
import io.stele.server.store.webhook.WebhookDeliveriesContract;
import io.stele.server.store.webhook.WebhookPlanContract;
import io.stele.server.store.webhook.WebhookQueueContract;
import io.stele.server.store.webhook.WebhookSignalContract;
import io.stele.server.store.webhook.WebhooksContract;
import org.junit.jupiter.api.Nested;

/** The store on PostgreSQL. */
class PostgresStoreTest {

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
    class IntakeStore extends IntakeStoreContract {
        IntakeStore() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class DeliveryQueue extends DeliveryQueueContract {
        DeliveryQueue() {
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
    class InboundStore extends InboundStoreContract {
        InboundStore() {
            super(PostgresDatabases::open);
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
    class RecognitionOnTwoNodes extends RecognitionContract {
        RecognitionOnTwoNodes() {
            super(PostgresDatabases::openForTwoNodes);
        }
    }

    @Nested
    class InboundStoreOnTwoNodes extends InboundStoreContract {
        InboundStoreOnTwoNodes() {
            super(PostgresDatabases::openForTwoNodes);
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
    class ConversationLog extends ConversationLogContract {
        ConversationLog() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class ContactBook extends ContactBookContract {
        ContactBook() {
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
    class Recognition extends RecognitionContract {
        Recognition() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class Consent extends ConsentContract {
        Consent() {
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

    @Nested
    class Housekeeping extends HousekeepingContract {
        Housekeeping() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class ServerSecret extends ServerSecretContract {
        ServerSecret() {
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
    class Silence extends SilenceContract {
        Silence() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class MessagePlan extends MessagePlanContract {
        MessagePlan() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class ConversationPlan extends ConversationPlanContract {
        ConversationPlan() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class Webhooks extends WebhooksContract {
        Webhooks() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class Media extends MediaContract {
        Media() {
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
    class EventPlan extends EventPlanContract {
        EventPlan() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class WebhookSignal extends WebhookSignalContract {
        WebhookSignal() {
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
