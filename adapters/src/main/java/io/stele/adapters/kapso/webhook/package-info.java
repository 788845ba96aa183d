/**
 * How webhooks are told things in Kapso's words (contract section 4): in events of its own
 * ({@link io.stele.adapters.kapso.webhook.KapsoWebhookFlavour}), or in Meta's form as Kapso passes it on
 * ({@link io.stele.adapters.kapso.webhook.MetaWebhookFlavour}). Messages, conversations and contacts are named and shown as the API does.
 *
 * <p>Bodies are written so that a JavaScript receiver that has parsed one and writes it again has the bytes that were signed.
 */
@NullMarked
package io.stele.adapters.kapso.webhook;

import org.jspecify.annotations.NullMarked;
