package io.stele.adapters.http;

import org.jspecify.annotations.Nullable;

/**
 * No part of the request left: the other side can have done nothing, and it is safe to try again.
 *
 * @param detail the kind of the exception, or which fault the URL has; null when there is nothing to add. Never holds what was sent or where to
 */
public record NotSent(Reason reason, @Nullable String detail) implements Failure {

    /** Why it was not sent. */
    public enum Reason {
        /** It never can be, with this URL. */
        URL_REFUSED("the URL is not allowed"),
        /** The name leads to addresses only to which no connection may be made. */
        ADDRESS_REFUSED("the address is not allowed"),
        UNKNOWN_HOST("unknown host"),
        /** So many other requests go to the same host that none of its connections became free in time. */
        NO_CONNECTION_FREE("no connection was free in time"),
        CONNECTION_REFUSED("connection refused"),
        CONNECT_TIMEOUT("no connection in time"),
        CONNECT_FAILED("no connection"),
        /** Also when the certificate is not trusted, or is another host's. */
        TLS_FAILED("TLS handshake failed"),
        INTERRUPTED("interrupted"),
        /** Stele is stopping. */
        CLOSED("shutting down");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    @Override
    public String text() {
        return detail == null ? reason.words : reason.words + " (" + detail + ")";
    }
}
