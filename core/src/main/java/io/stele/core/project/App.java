package io.stele.core.project;

import java.time.Instant;

/** Chirp's app. A project has a live and a test one from its start. */
public record App(AppId id, ProjectId project, Mode mode, String slug, String name, Instant createdAt) {}
