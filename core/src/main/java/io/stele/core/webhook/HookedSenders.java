package io.stele.core.webhook;

import io.stele.core.channel.EndpointId;
import io.stele.core.channel.Sender;
import io.stele.core.channel.SenderBook;
import java.util.Collection;
import java.util.Optional;

/** Senders and their webhooks, written together: there is never a webhook of a sender that is not there. */
public interface HookedSenders {

    /** What became of a new sender with a webhook. */
    sealed interface Made {

        /** Both are kept. */
        record Kept(Sender sender) implements Made {}

        /** One of the endpoints is gone, or another sender uses it: nothing is kept. */
        record Taken() implements Made {}

        /** The scope has as many webhooks as it may have: nothing is kept. */
        record Full() implements Made {}
    }

    /**
     * Keeps a new sender, as {@link SenderBook#add} does, and its webhook, durably.
     *
     * @param webhook of which the sender is the target
     */
    Made add(Sender sender, Collection<EndpointId> endpoints, Webhook webhook);

    /**
     * Keeps a new webhook, as {@link Webhooks#add} does, unless the sender is gone.
     *
     * @param webhook whose target is a sender
     * @return what became of it; empty when the sender is gone
     */
    Optional<Webhooks.Added> hook(Webhook webhook);
}
