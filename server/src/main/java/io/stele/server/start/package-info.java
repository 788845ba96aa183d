/**
 * How the server comes up: it reads the {@link io.stele.server.start.Settings}, puts the use cases of the domain together, makes the first project
 * where there is none, and listens.
 *
 * <p>Half of a start is reading and linking classes. The build does that once ({@link io.stele.server.start.Rehearsal}) and the program starts with
 * what it left ({@link io.stele.server.start.AheadOfTimeCache}).
 */
@NullMarked
package io.stele.server.start;

import org.jspecify.annotations.NullMarked;
