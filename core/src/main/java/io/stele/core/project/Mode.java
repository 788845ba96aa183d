package io.stele.core.project;

/** The two halves of a project. What is in one is never seen in the other. */
public enum Mode {
    LIVE,
    TEST
}
