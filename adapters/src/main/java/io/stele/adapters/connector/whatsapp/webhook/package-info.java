/**
 * What Meta posts to a webhook of WhatsApp's Cloud API: whether it is Meta's, and what it says, in the domain's terms. Nothing is
 * taken on trust: what is not of the documented form, or is beyond all measure, neither stops the reading nor costs its neighbours.
 *
 * <p>{@link io.stele.adapters.connector.whatsapp.webhook.WhatsAppWebhook} is the way in. What a message says is read with
 * {@code adapters.graph}, as the Kapso API does.
 */
@NullMarked
package io.stele.adapters.connector.whatsapp.webhook;

import org.jspecify.annotations.NullMarked;
