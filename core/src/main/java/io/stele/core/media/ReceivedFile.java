package io.stele.core.media;

import io.stele.core.message.MediaKind;
import io.stele.core.project.Scope;
import java.time.Instant;

/**
 * A file that a person sent.
 *
 * @param name unique in the project
 * @param receivedAt when the first message with it came
 */
public record ReceivedFile(
        MediaId id,
        Scope scope,
        MediaName name,
        MediaKind kind,
        MediaFacts facts,
        MediaState state,
        Instant receivedAt) {}
