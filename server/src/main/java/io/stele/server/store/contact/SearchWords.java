package io.stele.server.store.contact;

import io.stele.server.store.sql.Condition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words by which a person is found: those of their names, and their addresses. A phone number is found by its digits, with and without the plus; an
 * email address also by what stands before the {@code @}.
 */
public final class SearchWords {

    private static final String BREAK = "[\\s,;]+";
    private static final String PHONE_NUMBER = "\\+?[0-9 ().\\-]+";

    private SearchWords() {}

    /** The column's text: every word in lower case, each after a blank. */
    public static String of(@Nullable String profileName, @Nullable String displayName, Collection<String> addresses) {
        return Stream.concat(
                        Stream.of(profileName, displayName)
                                .filter(name -> name != null)
                                .flatMap(name -> Stream.of(name.split(BREAK))),
                        addresses.stream().map(address -> address.startsWith("+") ? address.substring(1) : address))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .distinct()
                .map(word -> " " + word)
                .collect(Collectors.joining());
    }

    /** The condition, and that every word of the search begins a word of the column. A search without a word finds nothing. */
    public static Condition find(Condition condition, String column, String search) {
        List<String> words = words(search);
        if (words.isEmpty()) {
            return condition.and("1 = 0");
        }
        Condition found = condition;
        for (String word : words) {
            found = found.and(column + " like ? escape '!'", "% " + Condition.literal(word) + "%");
        }
        return found;
    }

    private static List<String> words(String search) {
        String trimmed = search.strip();
        if (trimmed.matches(PHONE_NUMBER)) {
            String digits = trimmed.replaceAll("[^0-9]", "");
            return digits.isEmpty() ? List.of() : List.of(digits);
        }
        List<String> words = new ArrayList<>();
        for (String word : trimmed.split(BREAK)) {
            if (!word.isEmpty()) {
                words.add(word.startsWith("+") ? word.substring(1) : word);
            }
        }
        return words;
    }
}
