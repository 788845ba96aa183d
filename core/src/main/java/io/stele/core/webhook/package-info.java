/**
 * What a project is told of its events: subscriptions, and what is sent to them.
 *
 * <p>A {@link io.stele.core.webhook.Webhook} speaks the language of the API through which it was made, its
 * {@link io.stele.core.webhook.WebhookForm}; whatever caused an event, its subscribers get it in theirs. The event log is
 * fanned out ({@link io.stele.core.webhook.FanOut}): in one transaction the deliveries of some events are written and the place up to
 * which the log has been told moves on, so that each event is told to each subscriber once. A delivery
 * ({@link io.stele.core.webhook.WebhookDelivery}) is then tried until it is taken or its schedule is over
 * ({@link io.stele.core.webhook.WebhookDispatch}): at least once, always with the same body and event id.
 *
 * <p>Each webhook has a queue of its own, and only so many deliveries under way at once: one that is slow or dead holds up
 * nothing but itself.
 */
@NullMarked
package io.stele.core.webhook;

import org.jspecify.annotations.NullMarked;
