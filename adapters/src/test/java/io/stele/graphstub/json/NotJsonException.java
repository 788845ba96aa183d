package io.stele.graphstub.json;

/** A text that is not one JSON value. */
public final class NotJsonException extends RuntimeException {

    NotJsonException(String message) {
        super(message, null, false, false);
    }
}
