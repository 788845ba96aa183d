package io.stele.core.delivery;

import io.stele.core.channel.Endpoint;
import java.time.Instant;

/** By which endpoint a message goes on that has failed on its own channel, and when. */
public record Reroute(Endpoint endpoint, Instant dueAt) {}
