package io.stele.adapters.http;

/** What is wrong with a URL that requests shall go to. */
public enum UrlFault {
    TOO_LONG("must have at most " + OutboundUrl.LONGEST + " characters"),
    MALFORMED("must be a complete and valid URL"),
    SCHEME("must begin with https://"),
    USER_INFO("must not hold a user name or a password"),
    HOST("must name a host"),
    ADDRESS_FORM("must write an IPv4 address as four decimal numbers"),
    PORT("must have a port from 1 to 65535, or none"),
    FRAGMENT("must not have a fragment"),
    ADDRESS("must not lead to a private or reserved address"),
    UNENCRYPTED("must begin with https://, except to the networks that this server allows");

    private final String reason;

    UrlFault(String reason) {
        this.reason = reason;
    }

    /** As a sentence's predicate: {@code must not have a fragment}. */
    public String reason() {
        return reason;
    }
}
