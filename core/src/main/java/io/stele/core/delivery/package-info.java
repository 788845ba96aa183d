/**
 * The way out. A message waits in the lane of its correspondence; lanes are claimed under a lease, so that one person's
 * messages at one endpoint go out one after the other and in order, while thousands of lanes move at once. While a burst of messages comes in, that
 * goes first ({@link io.stele.core.delivery.Precedence}): to be accepted is what a caller waits for.
 */
@NullMarked
package io.stele.core.delivery;

import org.jspecify.annotations.NullMarked;
