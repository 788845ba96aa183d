package io.stele.core.address;

import java.util.Optional;
import java.util.regex.Pattern;

/** WhatsApp's id of a person as one business sees them, for example {@code US.13491208655302741918}; kept verbatim. */
public record BusinessScopedUserId(String value) implements Address {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}\\.(?:ENT\\.)?[A-Za-z0-9]{1,128}");

    /** Reads a business-scoped user id, also a parent one ({@code US.ENT.…}); empty when the text is none. */
    public static Optional<BusinessScopedUserId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new BusinessScopedUserId(text)) : Optional.empty();
    }
}
