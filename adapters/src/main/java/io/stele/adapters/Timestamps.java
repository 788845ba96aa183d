package io.stele.adapters;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Moments as text. */
public final class Timestamps {

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Timestamps() {}

    /** ISO-8601 in UTC with exactly three decimals: {@code 2026-03-02T09:15:04.120Z}. */
    public static String milliseconds(Instant moment) {
        return MILLISECONDS.format(moment);
    }

    /** As {@link #milliseconds}; null for null. */
    public static @Nullable String millisecondsOrNull(@Nullable Instant moment) {
        return moment == null ? null : milliseconds(moment);
    }
}
