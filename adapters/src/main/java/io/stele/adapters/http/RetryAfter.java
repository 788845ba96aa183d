package io.stele.adapters.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long an answer asks to be left alone ({@code Retry-After}). */
public final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private RetryAfter() {}

    /**
     * The wish, in seconds or as a date; never negative. Empty when there is none, or when it cannot be read.
     *
     * @param now from when a date counts
     */
    public static Optional<Duration> of(AnswerHeaders headers, Instant now) {
        return headers.first("Retry-After").map(String::strip).flatMap(value -> SECONDS.matcher(value).matches()
                ? Optional.of(Duration.ofSeconds(Integer.parseInt(value)))
                : until(value, now));
    }

    private static Optional<Duration> until(String date, Instant now) {
        try {
            Duration until = Duration.between(now, Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
            return Optional.of(until.isNegative() ? Duration.ZERO : until);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
