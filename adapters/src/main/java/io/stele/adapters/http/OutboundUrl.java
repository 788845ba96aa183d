package io.stele.adapters.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URL that requests may be sent to: {@code https}, or {@code http} where the operator allows it; with a host, without user information and
 * fragment.
 *
 * @param secure whether it is {@code https}
 * @param host a name in ASCII and lower case, or an address; IPv6 without brackets
 * @param port from 1 to 65535; the scheme's own where the URL names none
 * @param target path and query as they stand in a request, in ASCII
 */
public record OutboundUrl(boolean secure, String host, int port, String target) {

    /** The most characters that a URL may have. */
    public static final int LONGEST = 2048;

    private static final int SECURE_PORT = 443;
    private static final int UNENCRYPTED_PORT = 80;
    private static final int HIGHEST_PORT = 65_535;

    /** The host, and the port behind it. */
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[^\\]]*]|[^\\[\\]:]*)(?::([0-9]{1,6}))?");

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress LOOPBACK_6 = InetAddress.ofLiteral("::1");

    /**
     * Looks at a URL as somebody entered it. No name is looked up: where a name leads is judged each time that it is dialled. An address that
     * stands in the URL itself is judged here already, and so are the names that always mean this machine.
     */
    public static UrlCheck check(String text, AddressGuard guard) {
        if (text.length() > LONGEST) {
            return new UrlCheck.Unusable(UrlFault.TOO_LONG);
        }
        // half a character, which java.net.URI lets pass, has no bytes
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            return new UrlCheck.Unusable(UrlFault.MALFORMED);
        }
        try {
            return check(new URI(text), guard);
        } catch (URISyntaxException e) {
            return new UrlCheck.Unusable(UrlFault.MALFORMED);
        }
    }

    private static UrlCheck check(URI uri, AddressGuard guard) {
        UrlFault fault = formFault(uri);
        if (fault != null) {
            return new UrlCheck.Unusable(fault);
        }
        boolean secure = uri.getScheme().equalsIgnoreCase("https");
        Matcher authority = AUTHORITY.matcher(uri.getRawAuthority());
        if (!authority.matches()) {
            return new UrlCheck.Unusable(uri.getRawAuthority().startsWith(":") ? UrlFault.HOST : UrlFault.PORT);
        }
        int port = port(authority.group(2), secure);
        if (port < 1 || port > HIGHEST_PORT) {
            return new UrlCheck.Unusable(UrlFault.PORT);
        }
        if (!secure && !guard.permitsUnencrypted()) {
            return new UrlCheck.Unusable(UrlFault.UNENCRYPTED);
        }
        return switch (HostReader.read(authority.group(1))) {
            case HostName.Bad(UrlFault bad) -> new UrlCheck.Unusable(bad);
            case HostName.Literal(String host, InetAddress address) -> addressFault(address, secure, guard)
                    .<UrlCheck>map(UrlCheck.Unusable::new)
                    .orElseGet(() -> usable(secure, host, port, uri));
            case HostName.Name name -> name.isThisMachine() && !permitsThisMachine(secure, guard)
                    ? new UrlCheck.Unusable(UrlFault.ADDRESS)
                    : usable(secure, name.name(), port, uri);
        };
    }

    private static @Nullable UrlFault formFault(URI uri) {
        String scheme = uri.getScheme();
        if (scheme == null) {
            return UrlFault.MALFORMED;
        }
        if (!scheme.equalsIgnoreCase("https") && !scheme.equalsIgnoreCase("http")) {
            return UrlFault.SCHEME;
        }
        if (uri.getRawAuthority() == null) {
            return UrlFault.HOST;
        }
        if (uri.getRawAuthority().indexOf('@') >= 0) {
            return UrlFault.USER_INFO;
        }
        return uri.getRawFragment() == null ? null : UrlFault.FRAGMENT;
    }

    private static int port(@Nullable String digits, boolean secure) {
        if (digits == null) {
            return secure ? SECURE_PORT : UNENCRYPTED_PORT;
        }
        return Integer.parseInt(digits);
    }

    private static Optional<UrlFault> addressFault(InetAddress address, boolean secure, AddressGuard guard) {
        if (!guard.permits(address)) {
            return Optional.of(UrlFault.ADDRESS);
        }
        return secure || guard.permitsUnencrypted(address) ? Optional.empty() : Optional.of(UrlFault.UNENCRYPTED);
    }

    private static boolean permitsThisMachine(boolean secure, AddressGuard guard) {
        return addressFault(LOOPBACK, secure, guard).isEmpty()
                || addressFault(LOOPBACK_6, secure, guard).isEmpty();
    }

    private static UrlCheck usable(boolean secure, String host, int port, URI uri) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new UrlCheck.Usable(new OutboundUrl(secure, host, port, ascii(path + query)));
    }

    /** Percent-encodes what is not ASCII. */
    private static String ascii(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b >= 0) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(String.format("%02X", b));
            }
        }
        return encoded.toString();
    }

    /** The scheme's name. */
    String scheme() {
        return secure ? "https" : "http";
    }

    /** Host and port as the {@code Host} header has them: without the port where it is the scheme's own. */
    String authority() {
        String written = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return port == (secure ? SECURE_PORT : UNENCRYPTED_PORT) ? written : written + ":" + port;
    }

    /** Without path and query, which may hold secrets. */
    @Override
    public String toString() {
        return scheme() + "://" + authority();
    }
}
