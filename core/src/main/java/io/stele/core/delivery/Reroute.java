package io.stele.core.delivery;

import io.stele.core.channel.Endpoint;
import java.time.Instant;

/** Where a message goes after it failed on its first channel, and when. */
public record Reroute(Endpoint endpoint, Instant dueAt) {}
