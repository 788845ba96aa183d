/**
 * The event log: events are written by whoever makes the change, in its transaction, and get their positions later.
 *
 * <p>A position cannot be drawn when an event is written: two transactions may commit in another order than that in which they
 * drew, and a reader who has gone on past the later one would never see the earlier. So a row is written without a position,
 * and one numberer at a time, which holds the log's own row, gives the next positions to the rows that it finds committed.
 * Writers touch no row of each other's.
 *
 * <p>Rows are numbered in the order of {@code seq}, which the database draws when the row is written. Something that was
 * caused by a committed event has drawn later, whichever node wrote it and whatever its clock shows; so causes stand before
 * their effects.
 */
@NullMarked
package io.stele.server.store.event;

import org.jspecify.annotations.NullMarked;
