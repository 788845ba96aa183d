package io.stele.core.event;

/** Gives events their positions. */
public interface EventNumbering {

    /**
     * Gives the next positions to events that have none, as far as nobody else is about it.
     *
     * @return how many; 0 when nothing is left to do here
     */
    int number();
}
