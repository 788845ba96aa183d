/**
 * What Zavu posts to webhooks (contract §4): one envelope for all events, and a record for each shape of its {@code data}.
 *
 * <p>A member without a value is left out, but for the few that the contract writes with {@code null}; each says so.
 */
@NullMarked
package io.stele.contracts.zavu.webhook;

import org.jspecify.annotations.NullMarked;
