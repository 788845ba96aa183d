package io.stele.core.webhook;

import io.stele.core.project.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps up to which position each log has been told to its scope's webhooks. */
public interface FanOutStore {

    /** Makes deliveries of events. Called within a transaction, perhaps again for the same events: changes nothing. */
    @FunctionalInterface
    interface Telling {
        Told tell(Scope scope, List<EventView> views);
    }

    /**
     * What comes of some events.
     *
     * @param deliveries in the order of their events
     * @param watches conversations whose silence is to be told
     */
    record Told(List<NewDelivery> deliveries, List<SilenceWatch> watches) {
        public Told {
            deliveries = List.copyOf(deliveries);
            watches = List.copyOf(watches);
        }
    }

    /**
     * Tells the next events of logs that go on, of each log at most {@code limit}; in one transaction for each log the deliveries
     * are written, the watches are set, each replacing that of the same webhook and conversation, and the place moves on. Of several callers only
     * one tells a log's events.
     *
     * @return how many events were told; 0 when nothing is left to do here
     */
    int tellNext(int limit, Telling telling);

    /**
     * Makes one delivery of each lane whose buffer is full, or whose time is over.
     *
     * @return how many; 0 when none is due
     */
    int flushBuffers(Instant now, int limit, Batching batching);

    /** Makes one delivery of several. Called within a transaction: changes nothing. */
    @FunctionalInterface
    interface Batching {
        Payload batch(Webhook webhook, List<WebhookDelivery> members);
    }

    /**
     * Tells the silences that have lasted long enough, and forgets their watches. One whose conversation has ended is forgotten only.
     *
     * @return how many watches were dealt with; 0 when none is due
     */
    int tellSilences(Instant now, int limit, SilenceTelling telling);

    /** Makes a delivery of a silence. Called within a transaction: changes nothing. */
    @FunctionalInterface
    interface SilenceTelling {
        List<NewDelivery> tell(Webhook webhook, SilenceView view);
    }

    /** When the next buffer or watch is due; empty when none is. */
    Optional<Instant> nextDue();
}
