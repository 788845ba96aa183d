package io.stele.proof.verdict;

import io.stele.proof.verdict.Evidence.Arrival;
import io.stele.proof.verdict.Evidence.Stored;
import io.stele.proof.verdict.Findings.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How soon what a lost node had to do was done by others. Of what was on its way to the provider at the kill nobody knows whether it arrived; it is not
 * sent again before a receipt was waited for during a minute, and is told of apart.
 *
 * @param longest from a kill until the last message has arrived that was stored before it, those on their way left out
 * @param longestWait from when a message was stored until it arrived, of all but those
 * @param doubtful how many were on their way and had not arrived
 * @param longestDoubt the same for those
 */
public record Resumption(Duration longest, Duration longestWait, int doubtful, Duration longestDoubt) {

    private static final Duration BOUND = Duration.ofSeconds(15);

    /** A lease, a minute's wait for a receipt, and the same bound for the rest. */
    private static final Duration BOUND_OF_DOUBT = Duration.ofSeconds(70).plus(BOUND);

    /** Less than Stele waits for a receipt. */
    private static final Duration DOUBT = Duration.ofSeconds(55);

    /** What the ledgers tell of these kills. */
    public static Resumption of(Evidence evidence, List<Instant> kills) {
        Map<String, Instant> first = new HashMap<>();
        for (Arrival arrival : evidence.arrivals()) {
            first.putIfAbsent(arrival.text(), arrival.at());
        }
        Duration longest = Duration.ZERO;
        Duration longestWait = Duration.ZERO;
        Duration longestDoubt = Duration.ZERO;
        int doubtful = 0;
        for (Stored message : evidence.stored()) {
            Instant arrived = first.get(message.text());
            if (arrived != null && !message.inbound()) {
                Duration wait = Duration.between(message.createdAt(), arrived);
                if (wait.compareTo(DOUBT) < 0) {
                    longestWait = longestWait.compareTo(wait) < 0 ? wait : longestWait;
                }
                Instant kill = firstAfter(message.createdAt(), kills);
                if (kill != null && arrived.isAfter(kill)) {
                    Duration taken = Duration.between(kill, arrived);
                    if (taken.compareTo(DOUBT) < 0) {
                        longest = longest.compareTo(taken) < 0 ? taken : longest;
                    } else {
                        doubtful++;
                        longestDoubt = longestDoubt.compareTo(taken) < 0 ? taken : longestDoubt;
                    }
                }
            }
        }
        return new Resumption(longest, longestWait, doubtful, longestDoubt);
    }

    /** What took too long. */
    public List<Violation> violations() {
        List<Violation> violations = new ArrayList<>();
        if (longest.compareTo(BOUND) > 0) {
            violations.add(new Violation("a lost node's work was resumed late", "after " + seconds(longest)));
        }
        if (longestWait.compareTo(BOUND) > 0) {
            violations.add(new Violation("a message waited for a lost node", "for " + seconds(longestWait)));
        }
        if (longestDoubt.compareTo(BOUND_OF_DOUBT) > 0) {
            violations.add(new Violation("what was in doubt was sent late", "after " + seconds(longestDoubt)));
        }
        return violations;
    }

    @Override
    public String toString() {
        return "what a lost node had to do had reached the provider %s after the kill at the latest; no message waited longer than %s; %d messages were on their way to it and had not come, %s"
                .formatted(
                        seconds(longest),
                        seconds(longestWait),
                        doubtful,
                        doubtful == 0 ? "so that none was sent again after a doubt" : "and came " + seconds(longestDoubt) + " after the kill at the latest");
    }

    private static @Nullable Instant firstAfter(Instant stored, List<Instant> kills) {
        return kills.stream().filter(stored::isBefore).min(Instant::compareTo).orElse(null);
    }

    private static String seconds(Duration time) {
        return "%.1f s".formatted(time.toMillis() / 1e3);
    }
}
