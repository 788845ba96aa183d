package io.stele.core.delivery;

import java.time.Duration;

/**
 * What becomes of a message of which nobody knows whether the provider has it, be it that no answer came or that a node died while it
 * waited for one. It leaves its lane and waits for a receipt, so that what was queued behind it goes on.
 *
 * @param patience how long a receipt is waited for
 * @param then what happens when none has come
 */
public record Doubt(Duration patience, Then then) {

    /** What happens when nobody has told. */
    public enum Then {

        /** The message fails. Should it have been taken after all, a receipt may say so later. */
        FAIL,

        /**
         * The message goes to the end of its lane and is sent again as a new attempt, as long as its lifetime lasts; then it fails. The
         * person may get it twice. A connector that can ask its provider asks first.
         */
        SEND
    }

    /** The message fails when no receipt has come for so long: rather lost than twice. */
    public static Doubt failAfter(Duration patience) {
        return new Doubt(patience, Then.FAIL);
    }

    /** The message is sent again when no receipt has come for so long: rather twice than lost. */
    public static Doubt sendAgainAfter(Duration patience) {
        return new Doubt(patience, Then.SEND);
    }
}
