/**
 * The clients of a server: who sends through its APIs, who writes to the business, and who reads the event log. Each keeps a ledger.
 */
@NullMarked
package io.stele.proof.client;

import org.jspecify.annotations.NullMarked;
