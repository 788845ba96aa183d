package io.stele.core.project;

/** Which API a key opens, and how much of it. */
public enum KeyKind {
    /** Zavu's, live or test: the project's senders. */
    ZAVU,
    /** Kapso's: the project's phone numbers, always live. */
    KAPSO,
    /** Chirp's admin key: the whole organization. */
    CHIRP_ADMIN,
    /** Chirp's app key, live or test: one app. */
    CHIRP_APP
}
