package io.stele.core.event;

import io.stele.core.project.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * An event in its place.
 *
 * @param position within the log of its scope, from 1
 * @param id unique among all projects; a version 7 UUID
 * @param at when it happened, by the clock of the node that wrote it
 */
public record LoggedEvent(long position, UUID id, Scope scope, Instant at, Event event) {

    /** The id of the event where it is told under this name: always the same, and another under each name. */
    public UUID idAs(String name) {
        return UUID.nameUUIDFromBytes((id + "/" + name).getBytes(StandardCharsets.UTF_8));
    }
}
