package io.stele.core.intake;

import io.stele.core.message.Message;
import io.stele.core.refusal.Rejection;

/** What became of a submission. */
public sealed interface Verdict {

    /** It is durable, and will be delivered. */
    record Accepted(Message message) implements Verdict {}

    /**
     * Its idempotency key was used before; nothing was written.
     *
     * @param original the message that was made then, as it stands now
     * @param identical whether the fingerprints agree
     */
    record Repeated(Message original, boolean identical) implements Verdict {}

    /** The endpoint that it was to go through has another sender or connector by now, or is connected no more; nothing was written. */
    record Outdated() implements Verdict {}

    /** The domain refuses it; nothing was written. */
    record Refused(Rejection rejection) implements Verdict {}

    /** It may have been written, or not: the database broke off at that moment, and has not been there since. */
    record Unknown() implements Verdict {}
}
