package io.stele.core.message;

import io.stele.core.identity.Ksuid;
import java.time.Duration;
import java.time.Instant;

/**
 * WhatsApp's customer-service window: free-form messages are allowed while it is open. It opens with a person's message and
 * each further one extends it.
 *
 * @param expiresAt 24 hours after the person's last message; the window is open before this moment and closed from it on
 */
public record ServiceWindow(Ksuid id, Instant startedAt, Instant expiresAt) {

    /** How long a window stays open after the person's last message. */
    public static final Duration LENGTH = Duration.ofHours(24);

    /** Whether free-form messages are allowed at this moment. */
    public boolean isOpenAt(Instant moment) {
        return moment.isBefore(expiresAt);
    }

    /** This window after one more message of the person. A message older than the last one changes nothing. */
    public ServiceWindow extendedBy(Instant message) {
        Instant end = message.plus(LENGTH);
        return end.isAfter(expiresAt) ? new ServiceWindow(id, startedAt, end) : this;
    }
}
