package io.stele.server.store.people;

import io.stele.server.store.sql.Condition;
import java.util.List;
import java.util.regex.Pattern;

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
        Condition found = condition;
        for (String word : words) {
            String beginning = "% " + Condition.literal(word) + "%";
            found = found.and(
                    """
                    exists (select 1 from contact k where k.project_id = %s.project_id and k.id = %s.contact_id
                    and (k.name_words like ? escape '!' or k.address_words like ? escape '!'))"""
                            .formatted(alias, alias),
                    beginning,
                    beginning);
        }
        return found;
    }

    private static List<String> words(String search) {
        if (!PHONE_NUMBER.matcher(search).matches()) {
            return SearchWords.of(search);
        }
        String digits = search.replaceAll("[^0-9]", "");
        return digits.isEmpty() ? List.of() : List.of(digits);
    }
}
