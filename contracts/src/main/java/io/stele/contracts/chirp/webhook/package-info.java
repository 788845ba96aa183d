/**
 * What Chirp posts to webhooks (contract §6): one envelope for all events, and a record for each shape of its {@code data}.
 *
 * <p>A message looks otherwise here than in the API: other names, other case, nested. The members that every message has are always
 * written, absent values as {@code null}; those of one type of content only where they belong.
 */
@NullMarked
package io.stele.contracts.chirp.webhook;

import org.jspecify.annotations.NullMarked;
