package io.stele.adapters.http;

import java.io.IOException;

/** There will be no connection. */
final class NotSentException extends IOException {

    private final NotSent.Reason reason;

    NotSentException(NotSent.Reason reason) {
        this.reason = reason;
    }

    NotSentException(NotSent.Reason reason, Throwable cause) {
        super(cause);
        this.reason = reason;
    }

    NotSent.Reason reason() {
        return reason;
    }
}
