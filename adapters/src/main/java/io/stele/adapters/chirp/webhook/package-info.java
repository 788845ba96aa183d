/**
 * Chirp's webhooks (contract §6): what an app's webhook is told, and when it is tried again. Chirp does not sign; a delivery carries the
 * webhook's own headers and, where the webhook has a secret, those of Standard Webhooks beside them.
 *
 * <p>Chirp is about WhatsApp: what happens on other channels is not told. Of the contract's events these are never sent, for nothing here
 * causes them: {@code messages.sms.*} (the API shows no SMS), {@code templates.whatsapp.created} and {@code .connected} (WhatsApp only tells
 * what becomes of a template) and {@code contacts.whatsapp.deleted}. The events of the newer catalogue whose names are not known (contract
 * §6.2), among them that of a person's wish about marketing, are not sent either. Chirp in turn has no words for a message that is only
 * queued, and for the beginning and the end of a conversation.
 *
 * <p>A message that somebody of the project wrote with WhatsApp's own app is told as {@code messages.whatsapp.sent}.
 */
@NullMarked
package io.stele.adapters.chirp.webhook;

import org.jspecify.annotations.NullMarked;
