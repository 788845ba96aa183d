package io.stele.core.intake;

import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection.InvalidField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The plain rules of which those for each content are made. A rule answers the fields that break it, in the order in which
 * they stand, and nothing when it is kept.
 *
 * <p>Lengths are counted in Unicode code points: never more than a client counts in UTF-16 units or a provider in bytes.
 */
final class Check {

    /** Lenient, as browsers are: what matters is that there is a scheme that providers fetch from, and a host. */
    private static final Pattern LINK = Pattern.compile("(?i)https?://[^\\s/?#\\\\]+(?:[/?#][^\\p{Cntrl}]*)?");

    /** As long as servers take one. */
    private static final int LONGEST_LINK = 8192;

    private Check() {}

    /** What is broken by any of these, the first one's first. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    static Stream<InvalidField> all(Stream<InvalidField>... rules) {
        return Arrays.stream(rules).flatMap(Function.identity());
    }

    static Stream<InvalidField> that(boolean holds, Field field, String reason) {
        return holds ? Stream.empty() : Stream.of(new InvalidField(field, reason));
    }

    /** The text is there, not blank, and not too long. */
    static Stream<InvalidField> required(Field field, @Nullable String text, int longest) {
        if (text == null) {
            return Stream.of(new InvalidField(field, "must be given"));
        }
        return all(given(field, text), optional(field, text, longest));
    }

    /** The text is not blank. */
    static Stream<InvalidField> given(Field field, String text) {
        return that(!text.isBlank(), field, "must not be blank");
    }

    /** The text, if there is any, is not too long. */
    static Stream<InvalidField> optional(Field field, @Nullable String text, int longest) {
        return that(text == null || isWithin(text, longest), field, "must have at most " + longest + " characters");
    }

    /** Whether the text has at most this many characters. */
    static boolean isWithin(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest;
    }

    /** The link, if there is any, is one that a provider can fetch. */
    static Stream<InvalidField> link(Field field, @Nullable String link) {
        return all(
                that(link == null || isLink(link), field, "must be an http or https URL"),
                optional(field, link, LONGEST_LINK));
    }

    /** Whether this is an absolute http or https URL. */
    static boolean isLink(String text) {
        return LINK.matcher(text).matches();
    }

    /** The list has between so many and so many {@code things}. */
    static Stream<InvalidField> count(Field field, List<?> items, int least, int most, String things) {
        return that(
                items.size() >= least && items.size() <= most,
                field,
                "must have " + least + " to " + most + " " + things);
    }

    /** The rule holds for each item; what breaks it has the item's position before its own. */
    static <T> Stream<InvalidField> each(List<T> items, Function<? super T, Stream<InvalidField>> rule) {
        return IntStream.range(0, items.size())
                .boxed()
                .flatMap(position -> rule.apply(items.get(position)).map(broken -> at(position, broken)));
    }

    /** No two values are the same; the first that stood before is at fault. */
    static Stream<InvalidField> unique(Field field, List<?> values) {
        Set<Object> seen = new HashSet<>();
        return IntStream.range(0, values.size())
                .filter(position -> !seen.add(values.get(position)))
                .mapToObj(position -> new InvalidField(field, List.of(position), "must be unique"))
                .limit(1);
    }

    /** The same fault inside a list, whose item stands at this position. */
    static InvalidField at(int position, InvalidField broken) {
        List<Integer> positions = new ArrayList<>();
        positions.add(position);
        positions.addAll(broken.positions());
        return new InvalidField(broken.field(), positions, broken.reason());
    }
}
