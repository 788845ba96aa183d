package io.stele.server.api.sandbox;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the message itself, which is in Meta's inbound shape beside it.
 *
 * @param to one of the project's own addresses on the channel
 * @param id the pretend provider's id; a second message with the same one is the same message. Made when absent
 * @param name what the customer calls themself
 * @param timestamp when the customer sent it: Unix seconds, or ISO 8601. Now when absent
 */
@Serdeable
record InboundRequest(
        @Nullable String channel,
        @Nullable String from,
        @Nullable String to,
        @Nullable String id,
        @Nullable String name,
        @Nullable String timestamp) {}
