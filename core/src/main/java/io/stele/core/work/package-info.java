/**
 * Background work: a thread that does what comes up, and the claiming of what waits in a queue. Neither asks in a circle while there is
 * nothing to do; both go on after a fault, and stop when they are told to.
 */
@NullMarked
package io.stele.core.work;

import org.jspecify.annotations.NullMarked;
