package io.stele.core.commit;

/** An item is not taken: as many wait as may, or nothing is taken any more. Nothing has been written. */
public final class TooMuchWaitingException extends RuntimeException {

    TooMuchWaitingException() {
        super("too much is waiting to be written", null, false, false);
    }
}
