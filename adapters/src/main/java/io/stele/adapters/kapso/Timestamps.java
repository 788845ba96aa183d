package io.stele.adapters.kapso;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Kapso's two ways to write a moment (contract section 1.8). */
public final class Timestamps {

    private Timestamps() {}

    /** ISO 8601 in UTC, with milliseconds where there are any. */
    public static @Nullable String iso(@Nullable Instant moment) {
        return moment == null ? null : moment.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** Unix seconds. */
    public static String unix(Instant moment) {
        return Long.toString(moment.getEpochSecond());
    }
}
