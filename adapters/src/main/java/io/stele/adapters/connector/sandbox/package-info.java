/**
 * A provider that reaches nobody: it takes every channel, reports sent, delivered and read on a short clock, and fails on
 * request, so that the whole system can be tried without an account.
 *
 * <p>Like a real provider it has a memory of its own ({@link io.stele.adapters.connector.sandbox.SandboxLedger}), which is why a restart in the
 * middle of a send neither loses a receipt nor sends twice.
 */
@NullMarked
package io.stele.adapters.connector.sandbox;

import org.jspecify.annotations.NullMarked;
