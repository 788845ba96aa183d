package io.stele.proof;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The scenarios. */
enum Topic {
    KILL,
    DATABASE,
    PROVIDER,
    WEBHOOKS,
    NODES,
    OVERLOAD,
    DISK,
    SOAK;

    /** As an option has it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Topic> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
