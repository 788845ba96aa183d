package io.stele.server.store.people;

import io.stele.server.store.sql.Condition;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds people by the beginnings of words of their names and addresses. */
public final class ContactSearch {

    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+?[0-9 ().\\-]+");

    private ContactSearch() {}

    /**
     * The condition, and that every word of the search begins a word of the person's. A search without a word finds nobody; a phone number is
     * one word however it is written.
     *
     * @param alias the table whose {@code contact_id} is the person
     */
    public static Condition find(Condition condition, String alias, String search) {
        List<String> words = words(search.strip());
        if (words.isEmpty()) {
            return condition.and("1 = 0");
        }
        String begun = " and (k.name_words like ? escape '!' or k.address_words like ? escape '!')".repeat(words.size());
        Object[] beginnings = words.stream()
                .map(word -> "% " + Condition.literal(word) + "%")
                .flatMap(beginning -> Stream.of(beginning, beginning))
                .toArray();
        return condition.and(
                "exists (select 1 from contact k where k.project_id = %s.project_id and k.id = %s.contact_id%s)"
                        .formatted(alias, alias, begun),
                beginnings);
    }

    private static List<String> words(String search) {
        if (!PHONE_NUMBER.matcher(search).matches()) {
            return SearchWords.of(search).stream().distinct().toList();
        }
        String digits = search.replaceAll("[^0-9]", "");
        return digits.isEmpty() ? List.of() : List.of(digits);
    }
}
