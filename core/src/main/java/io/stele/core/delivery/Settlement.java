package io.stele.core.delivery;

import io.stele.core.message.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is to be written about a claim. */
public sealed interface Settlement {

    Claim claim();

    /** The provider has it. */
    record Sent(Claim claim, String providerMessageId, Instant at) implements Settlement {}

    /**
     * It failed for good.
     *
     * @param reroute by which way it goes on, as another message; null when it does not
     */
    record Failed(Claim claim, Failure failure, Instant at, @Nullable Reroute reroute) implements Settlement {

        /** It failed, and that is the end of it. */
        public Failed(Claim claim, Failure failure, Instant at) {
            this(claim, failure, at, null);
        }
    }

    /** It is tried again at {@code dueAt}; its lane waits for it. A doubt about an earlier attempt stays. */
    record Postponed(Claim claim, Instant dueAt) implements Settlement {}

    /**
     * It was not tried after all: it goes out at {@code dueAt}, its lane waits for it, and the attempt does not count. A doubt about an
     * earlier attempt stays.
     */
    record Released(Claim claim, Instant dueAt) implements Settlement {}

    /**
     * Nobody knows whether the provider has it. It leaves the lane and waits for a receipt, until {@code until}.
     *
     * @param failure with which it fails when no receipt has come and it is not sent again
     * @param sendUntil up to this moment it is sent again instead; null when it never is
     */
    record InDoubt(Claim claim, Instant until, Failure failure, @Nullable Instant sendUntil) implements Settlement {}
}
