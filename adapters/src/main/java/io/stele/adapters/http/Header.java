package io.stele.adapters.http;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A header of a request.
 *
 * @param name as it is sent; a token of HTTP
 * @param value printable ASCII, without space at its ends
 */
public record Header(String name, String value) {

    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_VALUE = 8192;
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("(?:[\\x21-\\x7E](?:[\\t\\x20-\\x7E]*[\\x21-\\x7E])?)?");

    /** What follows from the request itself, or is between two machines only. */
    private static final Set<String> OURS = Set.of(
            "connection",
            "content-length",
            "content-type",
            "expect",
            "host",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    /** @throws IllegalArgumentException when {@link #parse} would be empty */
    public Header {
        if (!isAllowed(name, value)) {
            // without the value, which may be a secret
            throw new IllegalArgumentException("not a header that may be set");
        }
    }

    /**
     * A header as somebody entered it. Empty when the name is no token, when the value has line breaks or anything but printable ASCII, and when
     * the header is one that the request makes itself: the content's type and length, the host, what concerns the connection or a proxy.
     */
    public static Optional<Header> parse(String name, String value) {
        return isAllowed(name, value) ? Optional.of(new Header(name, value)) : Optional.empty();
    }

    private static boolean isAllowed(String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        return name.length() <= LONGEST_NAME
                && NAME.matcher(name).matches()
                && !OURS.contains(lower)
                && !lower.startsWith("proxy-")
                && isValue(value);
    }

    /** Whether a header may have this value. */
    static boolean isValue(String text) {
        return text.length() <= LONGEST_VALUE && VALUE.matcher(text).matches();
    }

    /** The name alone: values may be secrets. */
    @Override
    public String toString() {
        return name;
    }
}
