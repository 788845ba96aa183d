/**
 * The queue of outbound messages, and how far each has come.
 *
 * <p>A lane is the queue of one correspondence and has its id. It is due when its head may go out; while it is claimed it is due when the lease
 * runs out; an empty one is never due. The fence tells one claim of a lane from the next: a settlement is void when the lane has another.
 *
 * <p>Whoever has to change a correspondence locks it before its lane, as intake does.
 */
@NullMarked
package io.stele.server.store.delivery;

import org.jspecify.annotations.NullMarked;
