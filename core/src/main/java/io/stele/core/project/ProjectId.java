package io.stele.core.project;

import java.util.UUID;

/** Names a project: Zavu's project, Chirp's organization and Kapso's project are this one thing. */
public record ProjectId(UUID value) {}
