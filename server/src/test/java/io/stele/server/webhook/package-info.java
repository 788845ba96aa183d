/**
 * Webhooks from end to end: a server that is not ours to look into, and a {@link io.stele.server.webhook.ReceiverProcess receiver} in a process of
 * its own, which behaves well or badly as each path says and keeps a ledger of what it got. What is signed is checked by code that shares nothing
 * with the code that signs.
 */
@NullMarked
package io.stele.server.webhook;

import org.jspecify.annotations.NullMarked;
