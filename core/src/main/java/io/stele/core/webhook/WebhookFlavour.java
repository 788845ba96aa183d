package io.stele.core.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How webhooks of one form are told things. Pure: the same arguments give the same answer.
 *
 * <p>Whether a webhook's target is concerned has been decided before; whether it wants the event, by its names, is decided
 * here.
 */
public interface WebhookFlavour {

    /** What the webhook is told of the event, in order; empty when it wants none of it, or its language has no words for it. */
    List<Payload> payloads(EventView view, Webhook webhook);

    /** After how long without a message the webhook wants to be told of a conversation's silence; empty when it does not. */
    Optional<Duration> watchedSilence(Webhook webhook);

    /** What the webhook is told of a silence; empty when it does not want to be told. */
    Optional<Payload> silence(SilenceView view, Webhook webhook);

    /**
     * Whether this payload waits for others of its lane, to be told together with them.
     *
     * @return how; empty when it is told by itself
     */
    Optional<WebhookForm.Buffering> buffering(Payload payload, Webhook webhook);

    /**
     * Several deliveries as one.
     *
     * @param members of one lane, at least one, as their events happened
     */
    Payload batch(List<WebhookDelivery> members, Webhook webhook);

    /**
     * The headers of an attempt, signatures included, beside those that every request has.
     *
     * @param body the bytes that will be sent
     * @param batched of how many deliveries this is made; 0 when it is none that was made of others
     * @param at when the attempt begins: a signature that holds for some time only holds from then
     */
    Map<String, String> headers(Webhook webhook, WebhookDelivery delivery, byte[] body, int batched, Instant at);

    /** When an attempt is over, and when another follows. */
    RetrySchedule schedule();
}
