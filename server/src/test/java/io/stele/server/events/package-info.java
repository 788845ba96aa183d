/** The event log as its readers see it, tried on a whole server. */
@NullMarked
package io.stele.server.events;

import org.jspecify.annotations.NullMarked;
