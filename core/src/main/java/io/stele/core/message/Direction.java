package io.stele.core.message;

/** Which way a message went, as the project sees it. */
public enum Direction {
    INBOUND,
    OUTBOUND
}
