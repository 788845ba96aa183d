package io.stele.bench;

import io.stele.bench.part.Topic;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a run is told.
 *
 * @param topics what is measured
 * @param quick whether everything is as short as can be, to see that it works
 * @param large whether lists of ten million messages are measured too
 * @param directory where the databases are; the one for temporary files without it
 * @param output where the table is written to
 * @param javaOptions of the server's virtual machine
 * @param showsAnswers whether bad answers are printed
 */
record Options(
        Set<Topic> topics,
        boolean quick,
        boolean large,
        Path directory,
        Optional<Path> output,
        List<String> javaOptions,
        boolean showsAnswers) {

    static final String USAGE = """
            usage: bench/run [--only PART,PART…] [--large] [--quick] [--directory DIRECTORY] [--output FILE]
                             [--java "OPTION OPTION…"] [--answers]
              --only       some of: %s
              --large      also lists of ten million messages, which take some minutes to make
              --quick      a second or two of each, to see that it works; the figures mean nothing
              --directory  where the databases are, on a real disk; without it where temporary files are
              --output     where the table goes; without it bench/figures.md, or bench/target/figures.md of a quick run or of parts
              --java       options of the server's virtual machine, such as "-Xmx1g"
              --answers    prints the first answers that are errors; the load is less then""".formatted(
            Arrays.stream(Topic.values()).map(Topic::word).collect(Collectors.joining(", ")));

    Options {
        topics = Set.copyOf(topics);
        javaOptions = List.copyOf(javaOptions);
    }

    /** @throws IllegalArgumentException with a text for people when the words make no sense */
    static Options of(String... words) {
        Reading reading = new Reading();
        Iterator<String> rest = Arrays.asList(words).iterator();
        while (rest.hasNext()) {
            reading.take(rest.next(), rest);
        }
        return reading.options();
    }

    /** Whether the figures are those of a whole run. */
    boolean isWhole() {
        return !quick && topics.size() == Topic.values().length;
    }

    private static final class Reading {
        private Set<Topic> topics = EnumSet.allOf(Topic.class);
        private boolean quick;
        private boolean large;
        private Path directory = Path.of(System.getProperty("java.io.tmpdir"));
        private @Nullable Path output;
        private List<String> javaOptions = List.of();
        private boolean answers;

        private void take(String option, Iterator<String> rest) {
            switch (option) {
                case "--quick" -> quick = true;
                case "--large" -> large = true;
                case "--answers" -> answers = true;
                case "--only" -> topics = topics(value(option, rest));
                case "--directory" -> directory = Path.of(value(option, rest));
                case "--output" -> output = Path.of(value(option, rest));
                case "--java" -> javaOptions = List.of(value(option, rest).strip().split("\\s+", -1));
                default -> throw new IllegalArgumentException("unknown option " + option + "\n" + USAGE);
            }
        }

        private Options options() {
            return new Options(topics, quick, large, directory, Optional.ofNullable(output), javaOptions, answers);
        }

        private static Set<Topic> topics(String words) {
            return Arrays.stream(words.split(",", -1))
                    .map(word -> Topic.of(word.strip())
                            .orElseThrow(() -> new IllegalArgumentException("unknown part " + word + "\n" + USAGE)))
                    .collect(Collectors.toSet());
        }

        private static String value(String option, Iterator<String> rest) {
            if (!rest.hasNext()) {
                throw new IllegalArgumentException(option + " has no value\n" + USAGE);
            }
            return rest.next();
        }
    }
}
