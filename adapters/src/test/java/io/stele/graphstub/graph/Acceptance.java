package io.stele.graphstub.graph;

/** Hears of each message that was taken, before its sender does. */
@FunctionalInterface
public interface Acceptance {

    /** Returns when the sender may be answered. */
    void accepted(AcceptedMessage message);
}
