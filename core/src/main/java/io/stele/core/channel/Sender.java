package io.stele.core.channel;

import io.stele.core.project.Scope;
import java.time.Instant;

/**
 * Zavu's sender: one voice of the project, with at most one endpoint per channel.
 *
 * @param isDefault whether it speaks when a caller names no sender; exactly one of a scope does
 */
public record Sender(SenderId id, Scope scope, String name, boolean isDefault, Instant createdAt) {}
