package io.stele.proof.receiver;

/** How the receiver treats what comes to a path, which begins with the manner's word. */
public enum Manner {
    /** Takes everything at once. */
    FINE("fine", 1),
    /** Takes everything, each after half a second. */
    SLOW("slow", 1),
    /** Refuses each delivery with 500 the first time, and takes it then. */
    FAILING_ONCE("failing-once", 2),
    /** Reads each delivery and resets the connection the first time, and takes it then. */
    CUT_ONCE("cut-once", 2),
    /** Refuses everything. */
    DEAD("dead", 1);

    private final String word;
    private final int times;

    Manner(String word, int times) {
        this.word = word;
        this.times = times;
    }

    /** How often each delivery must come at the least. */
    public int times() {
        return times;
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
