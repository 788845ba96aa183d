package io.stele.core.message;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generators of text as people and programs write it. */
public final class Words {

    private Words() {}

    /**
     * Text of 1 to {@code longest} UTF-16 characters, never blank: letters of several scripts, emoji, quotes, backslashes, markup, tabs and line
     * breaks. Always well-formed.
     */
    public static Arbitrary<String> upTo(int longest) {
        Arbitrary<String> first = Arbitraries.of("a", "Z", "7", "é", "ß", "漢", "ж", "<", "\"");
        return Combinators.combine(first, pieces(longest - 1)).as((start, rest) -> clipped(start + rest, longest));
    }

    /** Text of 0 to {@code longest} UTF-16 characters, of the same letters. */
    public static Arbitrary<String> anyLength(int longest) {
        return pieces(longest).map(text -> clipped(text, longest));
    }

    /** A name as programs give: 1 to {@code longest} of letters, digits, underscores and dashes. */
    public static Arbitrary<String> identifier(int longest) {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars('_', '-')
                .ofMinLength(1)
                .ofMaxLength(longest);
    }

    /** Decimal digits. */
    public static Arbitrary<String> digits(int shortest, int longest) {
        return Arbitraries.strings().numeric().ofMinLength(shortest).ofMaxLength(longest);
    }

    /** An absolute https URL. */
    public static Arbitrary<String> url() {
        return Combinators.combine(identifier(20), identifier(10))
                .as((path, query) -> "https://files.example.com/" + path + "?q=" + query + "&s=%C3%A9");
    }

    private static Arbitrary<String> pieces(int most) {
        return Arbitraries.frequencyOf(
                        Tuple.of(
                                12, Arbitraries.chars().range(' ', '~').map(String::valueOf)),
                        Tuple.of(2, Arbitraries.of("\n", "\t", "\"", "\\", "/", "&", "'", "\u2028")),
                        Tuple.of(2, Arbitraries.of("é", "ñ", "漢", "字", "ж", "ع", "\u00a0", "\u200d")),
                        Tuple.of(1, Arbitraries.of("😀", "👍🏽", "🇪🇸", "❤️")))
                .list()
                .ofMaxSize(most)
                .map(list -> String.join("", list));
    }

    private static String clipped(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }
}
