/**
 * The JSON shapes of the Chirp API: what its clients send, what they read back, and the one error envelope.
 *
 * <p>Resources write every key, absent values as {@code null}, in the order of the official page. The shapes a
 * client sends, and the untyped members that show them again, write only what is there.
 */
@NullMarked
package io.stele.contracts.chirp;

import org.jspecify.annotations.NullMarked;
