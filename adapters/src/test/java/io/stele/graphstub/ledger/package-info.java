/** What was asked, what was answered and what was called back, line by line. */
@NullMarked
package io.stele.graphstub.ledger;

import org.jspecify.annotations.NullMarked;
