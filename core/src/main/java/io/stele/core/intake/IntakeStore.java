package io.stele.core.intake;

import io.stele.core.channel.EndpointId;
import io.stele.core.conversation.Correspondence;
import java.util.List;
import java.util.Map;

/** Writes submissions. */
public interface IntakeStore {

    /** Decides a submission on what is known about the person, by endpoint; an endpoint that is missing never met them. */
    @FunctionalInterface
    interface Decider {
        Decision decide(Submission submission, Map<EndpointId, Correspondence> known);
    }

    /**
     * Writes a batch in one transaction, which is durable when this returns: for each submission that the decider sends, the
     * message, its delivery, its idempotency key, its attachments, and the contact, correspondence, thread and conversation
     * where they are new. Two submissions with one key, in this batch or in two at once, make one message; one that is
     * refused or repeated writes nothing and does not disturb the others. A submission that was written before, by its id, is
     * accepted and not written again. One for whose person's rows it would have to wait too long is refused with
     * {@code Overloaded}, and so are all when the database cannot be reached. One whose endpoint has changed since it was made a
     * candidate is outdated.
     *
     * @return one verdict for each submission, in their order
     */
    List<Verdict> write(List<Submission> batch, Decider decider);
}
