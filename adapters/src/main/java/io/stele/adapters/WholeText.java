package io.stele.adapters;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Insists on texts that every database keeps as they are: names by which things are found again must not come back changed. */
public final class WholeText {

    private static final Pattern BROKEN = Pattern.compile("[\\x00\\p{Cs}]");

    private WholeText() {}

    /**
     * The text itself, or null.
     *
     * @throws WireException when it has a NUL, or half a character
     */
    public static @Nullable String require(@Nullable String text, String field) {
        if (text != null && BROKEN.matcher(text).find()) {
            throw new WireException(field, "must have whole characters and no NUL");
        }
        return text;
    }
}
