package io.stele.adapters.kapso;

/** The two APIs that Kapso has over the same messages; some members differ between them. */
public enum Surface {
    /** The one in Meta's form. */
    PROXY,
    /** Kapso's own. */
    PLATFORM
}
