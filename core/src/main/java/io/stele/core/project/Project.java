package io.stele.core.project;

import java.time.Instant;

/** A tenant. Everything else belongs to exactly one. */
public record Project(ProjectId id, String name, Instant createdAt) {}
