package io.stele.adapters.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads addresses that are written out. Nothing is ever looked up. */
final class IpLiteral {

    private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern FOUR = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");
    private static final Pattern SIX = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    private IpLiteral() {}

    /** An IPv4 address as four decimal numbers, or an IPv6 address without brackets and zone; empty for every other form. */
    static Optional<InetAddress> parse(String text) {
        if (FOUR.matcher(text).matches()) {
            return Optional.of(InetAddress.ofLiteral(text));
        }
        return text.indexOf(':') < 0 ? Optional.empty() : six(text);
    }

    /** An IPv6 address; one that only wraps an IPv4 address is answered as that. */
    static Optional<InetAddress> six(String text) {
        if (!SIX.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Inet6Address.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
