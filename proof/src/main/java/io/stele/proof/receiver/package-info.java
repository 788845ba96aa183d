/**
 * Where webhooks lead to: a process with a ledger.
 */
@NullMarked
package io.stele.proof.receiver;

import org.jspecify.annotations.NullMarked;
