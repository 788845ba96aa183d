package io.stele.adapters;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Insists on names that every database keeps as they are, since those by which things are found again must not come back changed; and that are no longer than any name, since one
 * stands in each row of a list.
 */
public final class WholeText {

    private static final Pattern BROKEN = Pattern.compile("[\\x00\\p{Cs}]");

    private static final int LONGEST = 512;

    private WholeText() {}

    /**
     * The text itself, or null.
     *
     * @throws WireException when it has a NUL, half a character, or more than 512 characters
     */
    public static @Nullable String require(@Nullable String text, String field) {
        if (text != null && BROKEN.matcher(text).find()) {
            throw new WireException(field, "must have whole characters and no NUL");
        }
        return requireShort(text, field);
    }

    /**
     * The text itself, or null, where what cannot be kept is left out later.
     *
     * @throws WireException when it has more than 512 characters
     */
    public static @Nullable String requireShort(@Nullable String text, String field) {
        if (text != null && text.length() > LONGEST) {
            throw new WireException(field, "must have at most " + LONGEST + " characters");
        }
        return text;
    }
}
