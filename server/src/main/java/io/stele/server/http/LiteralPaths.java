package io.stele.server.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Makes two things true for every route. A plus in a path means a plus ({@code /contacts/+49151…}): the framework would take it for a
 * space, or would not match at all. And what a client says that it accepts does not decide whether it is answered: all answers are JSON, and clients of all
 * three APIs send whatever their library sends.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class LiteralPaths {

    private static final String EVENT_STREAM = "text/event-stream";

    @PreMatching
    @RequestFilter
    @Nullable HttpRequest<?> rewrite(HttpRequest<?> request) {
        String raw = request.getUri().getRawPath();
        boolean plus = raw != null && raw.indexOf('+') >= 0;
        String accept = request.getHeaders().get(HttpHeaders.ACCEPT);
        boolean picky = accept != null && !accept.contains("*/*") && !accept.contains(EVENT_STREAM);
        if (!plus && !picky) {
            return null;
        }
        MutableHttpRequest<?> rewritten = request.mutate();
        if (plus) {
            String query = request.getUri().getRawQuery();
            rewritten.uri(URI.create(raw.replace("+", "%2B") + (query == null ? "" : "?" + query)));
        }
        if (picky) {
            rewritten.getHeaders().set(HttpHeaders.ACCEPT, "*/*");
        }
        return rewritten;
    }
}
