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

/** The store on H2. */
class H2StoreTest {

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
    class IntakeStore extends IntakeStoreContract {
        IntakeStore() {
            super(H2Databases::open);
        }
    }

    @Nested
    class DeliveryQueue extends DeliveryQueueContract {
        DeliveryQueue() {
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
    class InboundStore extends InboundStoreContract {
        InboundStore() {
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
    class ConversationLog extends ConversationLogContract {
        ConversationLog() {
            super(H2Databases::open);
        }
    }

    @Nested
    class ContactBook extends ContactBookContract {
        ContactBook() {
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
    class Recognition extends RecognitionContract {
        Recognition() {
            super(H2Databases::open);
        }
    }

    @Nested
    class Consent extends ConsentContract {
        Consent() {
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

    @Nested
    class Housekeeping extends HousekeepingContract {
        Housekeeping() {
            super(H2Databases::open);
        }
    }

    @Nested
    class ServerSecret extends ServerSecretContract {
        ServerSecret() {
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
    class Silence extends SilenceContract {
        Silence() {
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
    class ConversationPlan extends ConversationPlanContract {
        ConversationPlan() {
            super(H2Databases::open);
        }
    }

    @Nested
    class Webhooks extends WebhooksContract {
        Webhooks() {
            super(H2Databases::open);
        }
    }

    @Nested
    class Media extends MediaContract {
        Media() {
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
    class EventPlan extends EventPlanContract {
        EventPlan() {
            super(H2Databases::open);
        }
    }

    @Nested
    class WebhookSignal extends WebhookSignalContract {
        WebhookSignal() {
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
