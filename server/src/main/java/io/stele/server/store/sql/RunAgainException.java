package io.stele.server.store.sql;

/** Thrown by a transaction that finds the ground changed under it: it is rolled back and run again. */
public final class RunAgainException extends RuntimeException {

    public RunAgainException(String reason) {
        super(reason, null, false, false);
    }
}
