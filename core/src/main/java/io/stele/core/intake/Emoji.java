package io.stele.core.intake;

import java.util.regex.Pattern;

/** Tells emoji from other text. */
final class Emoji {

    /** The family of four with a skin tone each has eleven; flags of regions have seven. */
    private static final int LONGEST = 32;

    private static final Pattern ONE_CHARACTER = Pattern.compile("\\X");
    private static final int KEYCAP = 0x20E3;
    private static final int LAST_ASCII = 0x7F;

    private Emoji() {}

    /**
     * Whether the text is one emoji as a person sees it, whatever it is made of: with a skin tone, joined ones, a flag, a keycap, with or without the
     * selector of its presentation, also one that is newer than this program.
     */
    static boolean isOne(String text) {
        return !text.isEmpty()
                && Check.isWithin(text, LONGEST)
                && ONE_CHARACTER.matcher(text).matches()
                && isPictorial(text);
    }

    /** Digits, the asterisk and the number sign become emoji by the keycap around them only. */
    private static boolean isPictorial(String text) {
        int first = text.codePointAt(0);
        boolean emoji = Character.isEmoji(first) || Character.isExtendedPictographic(first);
        return emoji && (first > LAST_ASCII || text.codePointBefore(text.length()) == KEYCAP);
    }
}
