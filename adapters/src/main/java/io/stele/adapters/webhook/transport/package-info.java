/**
 * How webhooks reach their receivers: by {@link io.stele.adapters.http}, so that no request goes to an address that is not public, unless
 * the operator allows it. Which URLs a webhook may have is looked at when it is made
 * ({@link io.stele.adapters.webhook.transport.WebhookUrls}); where they lead is looked at each time that one is dialled
 * ({@link io.stele.adapters.webhook.transport.HttpWebhookTransport}).
 */
@NullMarked
package io.stele.adapters.webhook.transport;

import org.jspecify.annotations.NullMarked;
