package io.stele.adapters.http;

import java.net.InetAddress;

/** What stands for the host in a URL. */
sealed interface HostName {

    /** A name that has to be looked up, in ASCII and lower case. */
    record Name(String name) implements HostName {

        /** Whether it always means this machine. */
        boolean isThisMachine() {
            return name.equals("localhost") || name.endsWith(".localhost");
        }
    }

    /**
     * An address that is written out.
     *
     * @param text in lower case, IPv6 without brackets; what only wraps an IPv4 address as IPv4
     */
    record Literal(String text, InetAddress address) implements HostName {}

    /** Neither. */
    record Bad(UrlFault fault) implements HostName {}
}
