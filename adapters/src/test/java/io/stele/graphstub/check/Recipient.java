package io.stele.graphstub.check;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom a message goes to.
 *
 * @param input as the request said it
 * @param id a number's digits, a business-scoped user id, or a group's id
 */
public record Recipient(Kind kind, String input, String id) {

    /** What kind of name the recipient is known by. */
    public enum Kind {
        PHONE,
        USER,
        GROUP
    }

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()\\-]+");
    private static final Pattern USER =
            Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}|user\\.[A-Za-z0-9]{1,251}");
    private static final int SHORTEST_NUMBER = 7;
    private static final int LONGEST_NUMBER = 15;

    /** Reads who is meant, without judging; null when nobody is. */
    public static @Nullable String idOf(@Nullable Object to) {
        if (!(to instanceof String text) || text.isEmpty()) {
            return null;
        }
        return PHONE.matcher(text).matches() ? digits(text) : text;
    }

    static Recipient individual(Field field) {
        String text = field.text();
        if (USER.matcher(text).matches()) {
            return new Recipient(Kind.USER, text, text);
        }
        String digits = digits(text);
        if (!PHONE.matcher(text).matches() || digits.length() < SHORTEST_NUMBER || digits.length() > LONGEST_NUMBER) {
            throw field.invalid("is neither a phone number nor a business-scoped user id");
        }
        return new Recipient(Kind.PHONE, text, digits);
    }

    static Recipient user(Field field) {
        Recipient recipient = individual(field);
        if (recipient.kind() != Kind.USER) {
            throw field.invalid("is not a business-scoped user id");
        }
        return recipient;
    }

    static Recipient group(Field field) {
        String text = field.text();
        if (text.isEmpty() || PHONE.matcher(text).matches() || USER.matcher(text).matches()) {
            throw field.invalid("is not a group id");
        }
        return new Recipient(Kind.GROUP, text, text);
    }

    static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }
}
