/** Tests of how the event log is read. */
@NullMarked
package io.stele.server.api.events;

import org.jspecify.annotations.NullMarked;
