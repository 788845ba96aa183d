package io.stele.proof.receiver;

/** How the receiver treats what comes to a path, which begins with the manner's word. */
public enum Manner {
    /** Takes everything at once. */
    FINE("fine"),
    /** Takes everything, each after two seconds. */
    SLOW("slow"),
    /** Refuses each delivery with 500 the first time, and takes it then. */
    FAILING_ONCE("failing-once"),
    /** Reads each delivery and resets the connection the first time, and takes it then. */
    CUT_ONCE("cut-once"),
    /** Refuses everything. */
    DEAD("dead");

    private final String word;

    Manner(String word) {
        this.word = word;
    }

    /** A path of this manner for this subscriber. */
    public String path(String subscriber) {
        return "/" + word + "/" + subscriber;
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
