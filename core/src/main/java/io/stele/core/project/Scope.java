package io.stele.core.project;

/** The rows that a caller can reach: one mode of one project. */
public record Scope(ProjectId project, Mode mode) {}
