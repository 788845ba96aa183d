/**
 * Chirp's wire to and from the domain: sends become content, and every message becomes Chirp's one message resource, whatever
 * API or channel it came by.
 */
@NullMarked
package io.stele.adapters.chirp;

import org.jspecify.annotations.NullMarked;
