package io.stele.adapters.http;

/** What came of looking at a URL. */
public sealed interface UrlCheck {

    /** Requests may be sent to it, as far as can be told before its name is looked up. */
    record Usable(OutboundUrl url) implements UrlCheck {}

    /** No request will ever be sent to it. */
    record Unusable(UrlFault fault) implements UrlCheck {}
}
