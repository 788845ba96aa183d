package io.stele.adapters.connector.sandbox;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long after the sandbox took a message it reports what became of it.
 *
 * @param read null when nobody ever reads
 */
public record SandboxClock(Duration sent, Duration delivered, @Nullable Duration read) {

    /** Sent after 200 ms, delivered after 500 ms, read after 4 s. */
    public static final SandboxClock STANDARD =
            new SandboxClock(Duration.ofMillis(200), Duration.ofMillis(500), Duration.ofSeconds(4));

    private static final Pattern FORM = Pattern.compile("(\\d{1,9}),(\\d{1,9}),(\\d{1,9}|never)");

    public SandboxClock {
        if (!inOrder(sent, delivered, read)) {
            throw new IllegalArgumentException("sent, delivered and read come in this order");
        }
    }

    /** Reads {@code sent,delivered,read} in milliseconds, where read may be {@code never}; empty when the text is no such clock. */
    public static Optional<SandboxClock> parse(String text) {
        Matcher matcher = FORM.matcher(text.replace(" ", ""));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Duration sent = millis(matcher.group(1));
        Duration delivered = millis(matcher.group(2));
        Duration read = matcher.group(3).equals("never") ? null : millis(matcher.group(3));
        return inOrder(sent, delivered, read) ? Optional.of(new SandboxClock(sent, delivered, read)) : Optional.empty();
    }

    private static boolean inOrder(Duration sent, Duration delivered, @Nullable Duration read) {
        return !sent.isNegative()
                && delivered.compareTo(sent) >= 0
                && (read == null || read.compareTo(delivered) >= 0);
    }

    private static Duration millis(String text) {
        return Duration.ofMillis(Long.parseLong(text));
    }
}
