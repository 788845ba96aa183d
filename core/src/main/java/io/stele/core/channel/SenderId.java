package io.stele.core.channel;

import java.util.UUID;

/** Names a sender. */
public record SenderId(UUID value) {}
