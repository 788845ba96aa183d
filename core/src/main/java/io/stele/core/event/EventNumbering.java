package io.stele.core.event;

import io.stele.core.project.Scope;

/** Gives events their positions. */
public interface EventNumbering {

    /**
     * Gives the next positions to events that have none, as far as nobody else is about it.
     *
     * @return how many; 0 when nothing is left to do here
     */
    int number();

    /**
     * Gives the next positions to all events of this log that are committed by now and have none. Whoever else is about it is waited for; what is
     * committed meanwhile is not. The log is held for a thousand rows or so at a time, so that a long backlog of it is in no other's way.
     */
    void catchUp(Scope scope);
}
