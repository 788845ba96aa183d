/**
 * What happened in a project, as a log that is only ever added to.
 *
 * <p>An {@link io.stele.core.event.Event} is written in the transaction that made the change. Its position is given to it
 * after that transaction has committed, by one numberer at a time: so positions come to be seen in their order, whichever
 * node wrote what, and writers never wait for each other. A reader that goes on from the last position that it has seen
 * misses nothing ({@link io.stele.core.event.EventLog}).
 */
@NullMarked
package io.stele.core.event;

import org.jspecify.annotations.NullMarked;
