package io.stele.server.webhook;

import java.util.concurrent.atomic.AtomicInteger;

/** How the receiver treats what comes to a path, which begins with the manner's word. */
enum Manner {
    /** Takes everything at once. */
    FINE("fine"),
    /** Takes everything, each after a third of a second. */
    LEISURELY("leisurely"),
    /** Answers later than Chirp waits. */
    SLOW("slow"),
    /** Reads the request and resets the connection. */
    RESETTING("resetting"),
    /** Refuses each delivery with 500 once, and takes it then. */
    FAILING_ONCE("failing-once"),
    /** Refuses each delivery with 500 twice, and takes it then. */
    FAILING_TWICE("failing-twice"),
    /** Refuses each delivery with 429 once, asks for {@link #RETRY_AFTER_SECONDS}, and takes it then. */
    BUSY("busy"),
    /** Sends everybody on to {@link #TARGET}. */
    REDIRECTING("redirecting"),
    /** Takes everything with an answer that has no end. */
    ENDLESS("endless"),
    /** The same, a few bytes at a time. */
    TRICKLING("trickling"),
    /** Is gone for good. */
    GONE("gone");

    static final int RETRY_AFTER_SECONDS = 3;

    /** Where those are sent who follow a redirect. */
    static final String TARGET = "/fine/target";

    private static final AtomicInteger PATHS = new AtomicInteger();

    private final String word;

    Manner(String word) {
        this.word = word;
    }

    /** A path that no other test of this process uses. */
    String newPath() {
        return "/" + word + "/" + PATHS.incrementAndGet();
    }

    static Manner of(String path) {
        for (Manner manner : values()) {
            if (path.startsWith("/" + manner.word + "/")) {
                return manner;
            }
        }
        throw new IllegalArgumentException("no manner: " + path);
    }
}
