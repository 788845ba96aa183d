package io.stele.proof.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text that a client has sent, once or, with a key, several times.
 *
 * @param person to whom
 * @param number by which the texts of one person are in order
 * @param key the idempotency key; null without one
 * @param intents how often it was sent
 * @param answers what came back, oldest first; there are fewer than intents when one was never written down
 */
public record Sending(
        String text, String person, long number, @Nullable String key, int intents, List<Answered> answers) {

    /**
     * An answer, or that there was none.
     *
     * @param status 0 for none
     * @param id of the message, in the words of the API; empty when it tells of none
     * @param envelope whether a refusal was in the form of the API
     * @param retryAfter the header; empty without it
     */
    public record Answered(Instant at, int status, String id, boolean envelope, String retryAfter, String said) {

        /** Whether it says that there is the message. */
        boolean isGood() {
            return !id.isEmpty();
        }

        /** Whether the message may have been stored all the same. */
        boolean isOpen() {
            return status == 0 || status >= 500;
        }
    }

    /** When it was answered with success for the first time. */
    Optional<Instant> acceptedAt() {
        return answers.stream().filter(Answered::isGood).map(Answered::at).findFirst();
    }

    boolean isAccepted() {
        return acceptedAt().isPresent();
    }

    /** Whether nobody can say from outside if it was stored. */
    boolean isUnknown() {
        return !isAccepted() && (intents > answers.size() || answers.stream().anyMatch(Answered::isOpen));
    }
}
