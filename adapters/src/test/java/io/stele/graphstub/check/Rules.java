package io.stele.graphstub.check;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Rules for single values. Characters are counted as code points. */
final class Rules {

    /** Any text, also an empty one. */
    static final Rule TEXT = Field::text;

    static final Rule TRUTH = field -> {
        if (!(field.value() instanceof Boolean)) {
            throw field.mustBe("a boolean");
        }
    };

    /** Any object. */
    static final Rule OBJECT = Field::members;

    static final Rule FILLED_OBJECT = field -> {
        if (field.members().isEmpty()) {
            throw field.invalid("must not be empty");
        }
    };

    /** An address that a browser can open. */
    static final Rule LINK = field -> {
        try {
            URI address = new URI(field.text());
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (address.getHost() == null || !Set.of("http", "https").contains(scheme)) {
                throw field.mustBe("a valid URI");
            }
        } catch (URISyntaxException e) {
            throw field.mustBe("a valid URI");
        }
    };

    static final Rule DATE = field -> {
        try {
            LocalDate.parse(field.text());
        } catch (DateTimeParseException e) {
            throw field.invalid("must be a date in the form YYYY-MM-DD");
        }
    };

    private Rules() {}

    /** A text of 1 to so many characters; outside of that the parameter as such is wrong, code 100. */
    static Rule text(int most) {
        return field -> {
            int length = length(field.text());
            if (length == 0) {
                throw field.mustBe("a non-empty string");
            }
            if (length > most) {
                throw field.mustBe("at most " + most + " characters long");
            }
        };
    }

    /** A text of 0 to so many characters, code 100. */
    static Rule textOrNone(int most) {
        return field -> {
            if (length(field.text()) > most) {
                throw field.mustBe("at most " + most + " characters long");
            }
        };
    }

    /**
     * A text of 1 to so many characters; outside of that its value is wrong, code 131009.
     *
     * @param what the part's name in the refusal, such as {@code Button title}
     */
    static Rule value(String what, int most) {
        return value(what, 1, most);
    }

    static Rule value(String what, int least, int most) {
        return field -> {
            int length = length(field.text());
            if (length < least || length > most) {
                throw Refusal.value(what + " length invalid. Min length: " + least + ", Max length: " + most);
            }
        };
    }

    static Rule oneOf(String... words) {
        return field -> {
            if (!List.of(words).contains(field.text())) {
                throw field.mustBe("one of {" + String.join(", ", words).toUpperCase(Locale.ROOT) + "}");
            }
        };
    }

    /** A number, or a text that is one. */
    static Rule number(long least, long most) {
        return field -> {
            BigDecimal number = number(field);
            if (number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
                throw field.invalid("must be between " + least + " and " + most);
            }
        };
    }

    /** A whole number, or a text that is one. */
    static Rule whole(long least, long most) {
        Rule range = number(least, most);
        return field -> {
            range.check(field);
            if (number(field).stripTrailingZeros().scale() > 0) {
                throw field.mustBe("an integer");
            }
        };
    }

    /**
     * A list of so many elements, each by the same rule.
     *
     * @param what the elements' name in the refusal, such as {@code buttons}
     */
    static Rule list(String what, int least, int most, Rule rule) {
        return field -> {
            int size = field.list().size();
            if (size < least || size > most) {
                throw Refusal.value("Invalid " + what + " count. Min allowed " + what + ": " + least + ", Max allowed " + what
                        + ": " + most);
            }
            for (int i = 0; i < size; i++) {
                rule.check(field.element(i));
            }
        };
    }

    /** No two texts of a list are equal. */
    static void distinct(String what, List<String> texts) {
        Set<String> seen = new HashSet<>();
        for (String text : texts) {
            if (!seen.add(text)) {
                throw Refusal.value("Duplicated " + what + ": " + text);
            }
        }
    }

    /** The texts in one member of a list's objects, without those that have none. */
    static List<String> texts(Field list, String... path) {
        List<String> texts = new ArrayList<>();
        IntStream.range(0, list.list().size()).mapToObj(list::element).forEach(element -> {
            Object value = element.value();
            for (String name : path) {
                value = value instanceof Map<?, ?> map ? map.get(name) : null;
            }
            if (value != null) {
                texts.add(String.valueOf(value));
            }
        });
        return texts;
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static BigDecimal number(Field field) {
        try {
            return switch (field.value()) {
                case Number number -> new BigDecimal(number.toString());
                case String text -> new BigDecimal(text);
                case null, default -> throw field.mustBe("a number");
            };
        } catch (NumberFormatException e) {
            throw field.mustBe("a number");
        }
    }
}
