package io.stele.proof;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a run is told.
 *
 * @param topics the scenarios
 * @param rounds how often each does what it does; empty for as often as it is meant
 * @param databases on which each is done
 * @param soak how long the soak lasts; zero for none
 * @param quick whether everything is as short as can be
 * @param keep whether ledgers and logs stay
 * @param directory where the databases are
 */
record Options(
        Set<Topic> topics,
        Optional<Integer> rounds,
        long seed,
        Set<DatabaseKind> databases,
        Duration soak,
        boolean quick,
        boolean keep,
        Path directory) {

    static final String USAGE = """
            usage: proof/run [--only SCENARIO,SCENARIO…] [--rounds N] [--seed N] [--database h2|postgresql|both]
                             [--soak 30m] [--quick] [--keep] [--directory DIRECTORY]
              --only       some of: %s
              --rounds     how often each scenario does what it does
              --seed       of what is random; without it a new one, which is told
              --soak       also half of the load that can be taken, for so long: 90s, 30m, 2h
              --quick      two rounds of each, to see that it works
              --keep       leaves ledgers, logs and databases there
              --directory  where the databases are, on a real disk; without it where temporary files are""".formatted(
            Arrays.stream(Topic.values()).map(Topic::word).collect(Collectors.joining(", ")));

    private static final int FEW = 2;
    private static final int MOST_ROUNDS = 10_000;

    /** @throws IllegalArgumentException with a text for people when the words make no sense */
    static Options of(String... words) {
        Reading reading = new Reading();
        Iterator<String> rest = Arrays.asList(words).iterator();
        while (rest.hasNext()) {
            reading.take(rest.next(), rest);
        }
        return reading.options();
    }

    /** Whether the table is that of a whole run. */
    boolean isWhole() {
        return !quick
                && rounds.isEmpty()
                && topics.size() == Topic.values().length
                && databases.size() == DatabaseKind.values().length;
    }

    /** How often a scenario that is meant for so many rounds does what it does. */
    int rounds(int meant) {
        return rounds.orElse(quick ? Math.min(FEW, meant) : meant);
    }

    private static final class Reading {
        private Set<Topic> topics = EnumSet.allOf(Topic.class);
        private @Nullable Integer rounds;
        private long seed = RandomGenerator.getDefault().nextInt(Integer.MAX_VALUE);
        private Set<DatabaseKind> databases = EnumSet.allOf(DatabaseKind.class);
        private Duration soak = Duration.ZERO;
        private boolean quick;
        private boolean keep;
        private Path directory = Path.of(System.getProperty("java.io.tmpdir"));

        private void take(String option, Iterator<String> rest) {
            switch (option) {
                case "--quick" -> quick = true;
                case "--keep" -> keep = true;
                case "--only" -> topics = topics(value(option, rest));
                case "--rounds" -> rounds = rounds(option, value(option, rest));
                case "--seed" -> seed = number(option, value(option, rest));
                case "--database" -> databases = databases(value(option, rest));
                case "--soak" -> soak = duration(value(option, rest));
                case "--directory" -> directory = Path.of(value(option, rest));
                default -> throw new IllegalArgumentException("unknown option " + option + "\n" + USAGE);
            }
        }

        private Options options() {
            if (topics.equals(Set.of(Topic.SOAK)) && soak.isZero()) {
                throw new IllegalArgumentException("the soak needs to be told how long it lasts: --soak 30m\n" + USAGE);
            }
            return new Options(topics, Optional.ofNullable(rounds), seed, databases, soak, quick, keep, directory);
        }

        private static Set<Topic> topics(String words) {
            return Arrays.stream(words.split(",", -1))
                    .map(word -> Topic.of(word.strip())
                            .orElseThrow(() -> new IllegalArgumentException("unknown scenario " + word + "\n" + USAGE)))
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Topic.class)));
        }

        private static Set<DatabaseKind> databases(String word) {
            if (word.equals("both")) {
                return EnumSet.allOf(DatabaseKind.class);
            }
            return List.of(DatabaseKind.values()).stream()
                    .filter(each -> each.word().equals(word))
                    .findFirst()
                    .map(EnumSet::of)
                    .orElseThrow(() -> new IllegalArgumentException("unknown database " + word + "\n" + USAGE));
        }

        private static Duration duration(String text) {
            try {
                Duration duration = Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
                if (duration.isPositive()) {
                    return duration;
                }
            } catch (DateTimeParseException _) {
                // told below
            }
            throw new IllegalArgumentException("not a time: " + text + "\n" + USAGE);
        }

        private static int rounds(String option, String text) {
            long rounds = number(option, text);
            if (rounds < 1 || rounds > MOST_ROUNDS) {
                throw new IllegalArgumentException(option + " is from 1 to " + MOST_ROUNDS + "\n" + USAGE);
            }
            return (int) rounds;
        }

        private static long number(String option, String text) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException _) {
                throw new IllegalArgumentException(option + " needs a number, not " + text + "\n" + USAGE);
            }
        }

        private static String value(String option, Iterator<String> rest) {
            if (!rest.hasNext()) {
                throw new IllegalArgumentException(option + " has no value\n" + USAGE);
            }
            return rest.next();
        }
    }
}
