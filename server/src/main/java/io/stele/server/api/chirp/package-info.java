/** The Chirp API over HTTP: sends, messages, phone numbers, the playground, and the one error envelope. */
@NullMarked
package io.stele.server.api.chirp;

import org.jspecify.annotations.NullMarked;
