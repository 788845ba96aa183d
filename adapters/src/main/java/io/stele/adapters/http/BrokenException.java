package io.stele.adapters.http;

/** A request ends without an answer. */
final class BrokenException extends Exception {

    private final transient Failure failure;

    BrokenException(Failure failure) {
        super(null, null, false, false);
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
