package io.stele.graphstub.check;

import io.stele.graphstub.json.Members;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The approved templates. While there are none, every template is taken for one that exists; from the first on, only those
 * entered exist, and their values are counted.
 */
public final class TemplateBook {

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /**
     * A template.
     *
     * @param category {@code MARKETING}, {@code UTILITY} or {@code AUTHENTICATION}
     * @param status {@code APPROVED}, {@code PAUSED} or {@code DISABLED}; in any other it cannot be sent
     * @param header how many values its header takes
     * @param body how many values its body takes
     */
    public record Entry(String name, String language, String category, String status, long header, long body) {

        public static Entry from(Members members) {
            return new Entry(
                    members.text("name"),
                    members.text("language"),
                    members.text("category", "UTILITY"),
                    members.text("status", "APPROVED"),
                    members.number("header", 0),
                    members.number("body", 0));
        }
    }

    public void enter(Entry entry) {
        entries.put(key(entry.name(), entry.language()), entry);
    }

    public void clear() {
        entries.clear();
    }

    /**
     * Checks the use of a template that has the right shape already.
     *
     * @return what is known of the template; null when nothing is
     * @throws Refusal code 132000, 132001, 132015 or 132016
     */
    @Nullable Entry check(Field template) {
        if (entries.isEmpty()) {
            return null;
        }
        String name = template.member("name").text();
        String language = template.member("language").member("code").text();
        Entry entry = entries.get(key(name, language));
        if (entry == null) {
            throw absent(name, language);
        }
        switch (entry.status()) {
            case "APPROVED" -> {}
            case "PAUSED" -> throw Refusal.of(400, 132015, "Template is Paused", name + " is paused.");
            case "DISABLED" -> throw Refusal.of(400, 132016, "Template is Disabled", name + " is disabled.");
            default -> throw absent(name, language);
        }
        count(template, "header", entry.header());
        count(template, "body", entry.body());
        return entry;
    }

    private static Refusal absent(String name, String language) {
        return Refusal.of(
                404,
                132001,
                "Template name does not exist in the translation",
                "template name (" + name + ") does not exist in " + language);
    }

    private static void count(Field template, String component, long expected) {
        Object all = template.members().get("components");
        int given = (all instanceof List<?> list ? list : List.of())
                .stream()
                .filter(each -> each instanceof Map<?, ?> map
                        && component.equals(String.valueOf(map.get("type")).toLowerCase(Locale.ROOT)))
                .mapToInt(each -> ((Map<?, ?>) each).get("parameters") instanceof List<?> parameters ? parameters.size() : 0)
                .sum();
        if (given != expected) {
            throw Refusal.of(
                    400,
                    132000,
                    "Number of parameters does not match the expected number of params",
                    component + ": number of localizable_params (" + given
                            + ") does not match the expected number of params (" + expected + ")");
        }
    }

    private static String key(String name, String language) {
        return name + "/" + language;
    }
}
