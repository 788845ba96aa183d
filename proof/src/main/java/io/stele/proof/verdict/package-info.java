/**
 * Compares ledgers. It knows nothing of how they came about, and starts nothing.
 */
@NullMarked
package io.stele.proof.verdict;

import org.jspecify.annotations.NullMarked;
