/**
 * The Kapso wire: stored messages, conversations, contacts and phone numbers of its proxy and platform surfaces, its
 * two error envelopes and its two forms of paging. Meta's own message shapes are in {@code graph}.
 */
@NullMarked
package io.stele.contracts.kapso;

import org.jspecify.annotations.NullMarked;
