/**
 * What the proof's own programs write down, each line before anything else happens, and what the others have written down.
 */
@NullMarked
package io.stele.proof.ledger;

import org.jspecify.annotations.NullMarked;
