package io.stele.graphstub.http;

import java.io.IOException;

/** Answers requests; called on many threads at once. */
@FunctionalInterface
public interface Handler {

    /**
     * Ends the exchange one way or another.
     *
     * @throws IOException when the other side is gone; the connection is then closed
     */
    void handle(Exchange exchange) throws IOException;
}
