package io.stele.server.store;

/** Tries whether the database takes what is written. */
@FunctionalInterface
public interface WriteProbe {

    /**
     * Begins a transaction, changes something, and commits it, which is durable when this returns; it leaves nothing behind, and waits for
     * no other transaction.
     *
     * @throws RuntimeException when the database fails
     */
    void write();
}
