package io.stele.adapters.http;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/** How long a connection may lie idle. */
final class KeepAlive {

    /** Many servers close after five seconds; a request that crosses with the closing is lost, so that we give up a little earlier. */
    private static final Duration LONGEST = Duration.ofSeconds(4);

    private static final Duration MARGIN = Duration.ofSeconds(1);
    private static final Pattern TIMEOUT = Pattern.compile("(?:^|[,;\\s])timeout=\"?([0-9]{1,9})", Pattern.CASE_INSENSITIVE);

    private KeepAlive() {}

    /** How long the connection on which this answer came whole may wait for its next use; null when it may not be used again. */
    static @Nullable TimeValue after(HttpRequest request, HttpResponse answer, HttpContext context) {
        if (!DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, answer, context)) {
            return null;
        }
        Duration time = announced(answer.getFirstHeader("Keep-Alive"));
        return time.isPositive() ? TimeValue.of(time) : null;
    }

    private static Duration announced(@Nullable Header header) {
        Matcher matcher = TIMEOUT.matcher(header == null ? "" : header.getValue());
        if (!matcher.find()) {
            return LONGEST;
        }
        Duration announced = Duration.ofSeconds(Long.parseLong(matcher.group(1))).minus(MARGIN);
        return announced.compareTo(LONGEST) < 0 ? announced : LONGEST;
    }
}
