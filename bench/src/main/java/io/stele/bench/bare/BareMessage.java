package io.stele.bench.bare;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;

/** About as much JSON as a message is. */
@Serdeable
record BareMessage(
        String id,
        String to,
        String from,
        String channel,
        String messageType,
        String status,
        String text,
        Map<String, String> metadata,
        Instant createdAt,
        Instant updatedAt) {}
