package io.stele.core.webhook;

import io.stele.core.event.LoggedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps up to which position each log has been told to its scope's webhooks. */
public interface FanOutStore {

    /**
     * Makes deliveries of events. Called within a transaction, perhaps again for the same events: changes nothing.
     *
     * <p>It gets the active webhooks of the events' scope, oldest first: all that were there when the last of the events was written.
     */
    @FunctionalInterface
    interface Telling {
        Told tell(List<Listener> listeners, List<EventView> views);
    }

    /**
     * A webhook, and from where on it is told of the log.
     *
     * @param after the position that the log had reached when the webhook was made; a change of the webhook does not change it
     */
    record Listener(Webhook webhook, long after) {

        /** Whether the event came into the log after the webhook was made. No clock has a say in it. */
        public boolean hears(LoggedEvent event) {
            return event.position() > after;
        }
    }

    /**
     * What comes of some events.
     *
     * @param deliveries in the order of their events
     * @param watches conversations whose silence is to be told
     * @param untold what was to be told and could not be: each is kept as a delivery that has failed, under the word of its kind, so that
     *     it can be seen
     */
    record Told(List<NewDelivery> deliveries, List<SilenceWatch> watches, List<UntoldEvent> untold) {
        public Told {
            deliveries = List.copyOf(deliveries);
            watches = List.copyOf(watches);
            untold = List.copyOf(untold);
        }

        /** When everything could be told. */
        public Told(List<NewDelivery> deliveries, List<SilenceWatch> watches) {
            this(deliveries, watches, List.of());
        }
    }

    /**
     * Tells the next events of logs that go on, of each log at most {@code limit}; in one transaction for each log the deliveries
     * are written, the watches are set, each replacing that of the same webhook and conversation, and the place moves on. Of several callers only
     * one tells a log's events. Events of a scope that has no active webhook are passed over. A log whose events cannot be told waits for a
     * minute, and holds up no other.
     *
     * @return how many events were told; 0 when nothing is left to do here
     */
    int tellNext(int limit, Telling telling);

    /**
     * Makes one delivery of each lane whose buffer is full, or whose time is over: of at most as many members as are enough. A lane of which
     * none can be made waits for a minute.
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
     * Tells the silences that have lasted long enough, and forgets their watches. One whose conversation was ended before is forgotten only,
     * and so is one whose webhook is not active. Where something was said meanwhile, the watch goes on.
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
