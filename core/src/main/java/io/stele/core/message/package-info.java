/**
 * The canonical message: what it says ({@link io.stele.core.message.Content}), where it stands
 * ({@link io.stele.core.message.Status}), and what it refers to.
 *
 * <p>The domain is the union of what the three APIs can say, not their intersection: what only one of them knows is kept
 * here whole, and the others show it in the nearest form they have.
 */
@NullMarked
package io.stele.core.message;

import org.jspecify.annotations.NullMarked;
