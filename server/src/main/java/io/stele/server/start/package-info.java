/**
 * How the server comes up: it reads the {@link io.stele.server.start.Settings}, puts the use cases of the domain together, makes the first project
 * where there is none, and listens.
 */
@NullMarked
package io.stele.server.start;

import org.jspecify.annotations.NullMarked;
