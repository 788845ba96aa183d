package io.stele.adapters.http;

import java.net.IDN;
import java.net.Inet6Address;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the host of a URL. */
final class HostReader {

    private static final HostName NO_HOST = new HostName.Bad(UrlFault.HOST);
    private static final int LONGEST = 253;
    private static final String LABEL = "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?";
    private static final Pattern FORM = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");

    /** A name whose last label is a number is an address to many resolvers: 127.1, 0x7f000001, 2130706433. */
    private static final Pattern NUMERIC = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)");

    /** About these the old and the new rules for international names disagree, so that the name would mean two hosts. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[\\u00DF\\u1E9E\\u03C2\\u200C\\u200D]");

    private HostReader() {}

    /**
     * Reads a host. A name in another script becomes what it is in the DNS. A number in any form but four decimal ones is neither a name nor an
     * address.
     *
     * @param text as it stands in the URL: IPv6 in brackets
     */
    static HostName read(String text) {
        return text.startsWith("[")
                ? six(text.substring(1, text.length() - 1).toLowerCase(Locale.ROOT))
                : ascii(text).map(HostReader::nameOrAddress).orElse(NO_HOST);
    }

    private static HostName six(String text) {
        return IpLiteral.six(text)
                .<HostName>map(address -> new HostName.Literal(
                        address instanceof Inet6Address ? text : address.getHostAddress(), address))
                .orElse(NO_HOST);
    }

    private static HostName nameOrAddress(String name) {
        if (name.length() > LONGEST || !FORM.matcher(name).matches()) {
            return NO_HOST;
        }
        return NUMERIC.matcher(name).matches()
                ? IpLiteral.parse(name)
                        .<HostName>map(address -> new HostName.Literal(name, address))
                        .orElse(new HostName.Bad(UrlFault.ADDRESS_FORM))
                : new HostName.Name(name);
    }

    private static Optional<String> ascii(String text) {
        if (AMBIGUOUS.matcher(text).find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(IDN.toASCII(text).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
