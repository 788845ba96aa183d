package io.stele.bench.part;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be asked for by {@code --only}. */
public enum Topic {
    BARE,
    COMMIT,
    KANNEL,
    ACCEPT,
    END_TO_END,
    HOOK,
    IDLE,
    MEMORY,
    GET,
    LIST,
    H2,
    START;

    /** By its word. */
    public static Optional<Topic> of(String word) {
        return Arrays.stream(values()).filter(topic -> topic.word().equals(word)).findFirst();
    }

    /** As it is written in the command. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
