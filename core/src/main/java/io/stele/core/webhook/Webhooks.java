package io.stele.core.webhook;

import io.stele.core.project.Scope;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The webhooks of projects. Another scope's are never found. */
public interface Webhooks {

    /** What became of a new webhook. */
    enum Added {
        KEPT,
        /** There is one already of which there may be only one: Zavu's of a sender, Meta's of an endpoint. */
        TAKEN,
        /** The scope has as many as it may have. */
        FULL
    }

    /** How many a scope may have. */
    int most();

    /** The refusal of one more than that. */
    default RejectedException full() {
        return new RejectedException(new Rejection.WrongState(
                "The project has " + most() + " webhooks, which is as many as it may have; remove one first"));
    }

    /** All of the scope, oldest first, as they are now. */
    List<Webhook> all(Scope scope);

    /** The webhook with this id, as it is now. */
    Optional<Webhook> webhook(Scope scope, WebhookId id);

    /**
     * Keeps a new webhook, durably, unless that is not possible. It is told of all that is committed after this returned, and of nothing that was
     * committed before this was called, whatever the clocks of nodes show.
     */
    Added add(Webhook webhook);

    /**
     * Changes a webhook, durably; of two changes at once one sees the other's. The id, the scope, the target and the moment of making stay as
     * they are, and so does from where on it is told of the log: what has not been told yet is told to the webhook as it is then.
     *
     * @param change may be run more than once
     * @return what became of it; empty when there is none
     */
    Optional<Webhook> change(Scope scope, WebhookId id, UnaryOperator<Webhook> change);

    /**
     * Removes a webhook, durably. What was waiting for it is given up: nothing of it is sent any more, though of very many deliveries some may
     * show it a little later.
     *
     * @return whether there was one
     */
    boolean remove(Scope scope, WebhookId id);
}
