/**
 * The Chirp API over HTTP: sends, messages, phone numbers, webhooks, the playground, and the one error envelope. What webhooks were told is
 * shown under paths of Stele's own.
 */
@NullMarked
package io.stele.server.api.chirp;

import org.jspecify.annotations.NullMarked;
