package io.stele.core.address;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An email address; its domain is in lower case, its local part as written. */
public record EmailAddress(String value) implements Address {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern FORM = Pattern.compile(
            "[^\\s\\p{Cntrl}\\p{Cs}@<>,;:\"()\\[\\]\\\\]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+");

    /** Reads an address of the form {@code local@domain}; empty when the text is none. */
    public static Optional<EmailAddress> parse(String text) {
        String trimmed = text.strip();
        int at = trimmed.lastIndexOf('@');
        if (trimmed.length() > LONGEST || at > LONGEST_LOCAL_PART || !FORM.matcher(trimmed).matches()) {
            return Optional.empty();
        }
        return Optional.of(new EmailAddress(
                trimmed.substring(0, at) + trimmed.substring(at).toLowerCase(Locale.ROOT)));
    }
}
