/**
 * {@code GET /events}: the event log of a project, in pages or as a live stream of server-sent events. Who goes on after the position
 * that they have seen last gets each event once (how that comes about: {@link io.stele.server.store.event}).
 *
 * <p>A reader holds a position and nothing else: what it is sent is read from the log as it takes it, so that a slow one costs no memory.
 * While somebody waits, one question per node and look tells how far all the logs go that are waited for ({@link LogWatch}).
 */
@NullMarked
package io.stele.server.api.events;

import org.jspecify.annotations.NullMarked;
