/**
 * Zavu's webhooks (contract §4): what a sender's webhook is told, how it is signed, and when it is tried again.
 *
 * <p>Of the contract's events these are never sent, for nothing here causes them: {@code broadcast.status_changed} (there are no
 * broadcasts), {@code invitation.status_changed} (nobody is invited to connect an account), {@code call.*} (no voice agents),
 * {@code domain.verified} and {@code domain.failed} (email goes through a server of the operator's own) and {@code message.status} (stories).
 * Zavu in turn has no words for the end of a conversation, for people, for identities, for marketing preferences and for endpoints.
 *
 * <p>A message that fails on WhatsApp and goes on by SMS is told as one: its failure and that it waits once more are kept to ourselves, and the steps of
 * the SMS go under the id that it had from the first. A {@code message.sent} can so be told for each of the two channels.
 *
 * <p>A message that somebody of the project wrote with the channel's own app is told as {@code message.sent}, without a
 * {@code message.queued} before it.
 */
@NullMarked
package io.stele.adapters.zavu.webhook;

import org.jspecify.annotations.NullMarked;
