package io.stele.server.store.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text cut into words for searching. */
final class SearchWords {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private SearchWords() {}

    /** The words of the text, in lower case. */
    static List<String> of(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT)))
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    /** The words of the texts, each after a blank. */
    static String stored(@Nullable String... texts) {
        StringBuilder words = new StringBuilder();
        for (String text : texts) {
            of(text).forEach(word -> words.append(' ').append(word));
        }
        return words.toString();
    }
}
