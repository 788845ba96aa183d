package io.stele.core.delivery;

import io.stele.core.channel.Channel;
import io.stele.core.example.Examples;
import io.stele.core.example.MessageBuilder;
import io.stele.core.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Claims of the example project's WhatsApp messages, held for a day. */
final class Claims {

    private Claims() {}

    /** The first attempt at a message that was queued just now. */
    static Claim first() {
        return attempt(1);
    }

    static Claim attempt(int attempt) {
        return claim(MessageBuilder.message().build(), attempt, false);
    }

    static Claim inDoubt() {
        return claim(MessageBuilder.message().build(), 2, true);
    }

    /** The same by an endpoint that has been disconnected. */
    static Claim disconnected(Claim claim) {
        Dispatch dispatch = claim.dispatch();
        return new Claim(
                claim.lane(),
                claim.fence(),
                new Dispatch(
                        dispatch.message(),
                        Examples.disconnected(dispatch.endpoint().channel()),
                        dispatch.attempt()),
                claim.queuedAt(),
                claim.heldUntil(),
                claim.inDoubt());
    }

    /** The same under a lease that runs out then. */
    static Claim heldUntil(Instant moment, Claim claim) {
        return new Claim(claim.lane(), claim.fence(), claim.dispatch(), claim.queuedAt(), moment, claim.inDoubt());
    }

    /** The same, queued then. */
    static Claim queuedAt(Instant moment, Claim claim) {
        return new Claim(claim.lane(), claim.fence(), claim.dispatch(), moment, claim.heldUntil(), claim.inDoubt());
    }

    private static Claim claim(Message message, int attempt, boolean inDoubt) {
        return new Claim(
                new UUID(0, 1),
                new UUID(0, 2),
                new Dispatch(message, Examples.endpoint(Channel.WHATSAPP), attempt),
                Examples.NOW,
                Examples.NOW.plus(Duration.ofDays(1)),
                inDoubt);
    }
}
