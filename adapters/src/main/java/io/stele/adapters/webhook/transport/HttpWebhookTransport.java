package io.stele.adapters.webhook.transport;

import io.stele.adapters.http.AddressGuard;
import io.stele.adapters.http.Answered;
import io.stele.adapters.http.Call;
import io.stele.adapters.http.Failure;
import io.stele.adapters.http.Header;
import io.stele.adapters.http.Limits;
import io.stele.adapters.http.NameLookup;
import io.stele.adapters.http.OutboundHttp;
import io.stele.adapters.http.RetryAfter;
import io.stele.core.project.ProjectId;
import io.stele.core.webhook.WebhookTransport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;

/**
 * Posts over HTTP. Of an answer it reads at most as much as its {@link Excerpt} is made of, and waits for no more. A delivery with a header that no
 * request may set is not sent.
 *
 * <p>Safe for concurrent use from many virtual threads; an interrupt ends a post.
 */
public final class HttpWebhookTransport implements WebhookTransport, AutoCloseable {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

    /** Many webhooks, of many projects, can be at one host: whoever dispatches bounds those of each. */
    private static final int MOST_TO_ONE_HOST = 1024;

    private static final String JSON = "application/json";

    private final OutboundHttp http;
    private final InstantSource clock;

    /**
     * @param guard where deliveries may go
     * @param clock from which a date in {@code Retry-After} counts
     */
    public HttpWebhookTransport(AddressGuard guard, InstantSource clock) {
        this(guard, NameLookup.SYSTEM, SSLContexts.createDefault(), clock);
    }

    HttpWebhookTransport(AddressGuard guard, NameLookup lookup, SSLContext tls, InstantSource clock) {
        this.http = new OutboundHttp(guard, lookup, tls, MOST_TO_ONE_HOST);
        this.clock = clock;
    }

    @Override
    public Answer post(ProjectId project, String url, Map<String, String> headers, byte[] body, Duration timeout) {
        List<Header> sent = new ArrayList<>();
        for (Map.Entry<String, String> entry : headers.entrySet()) {
            Optional<Header> header = Header.parse(entry.getKey(), entry.getValue());
            if (header.isEmpty()) {
                return nothing("a header may not be sent: " + Excerpt.clean(entry.getKey()), Duration.ZERO);
            }
            sent.add(header.get());
        }
        return post(new Call(
                Call.Method.POST, url, sent, new Call.Body(body, JSON), limits(timeout), project.value().toString()));
    }

    /** Ends what is under way, without an answer, and sends nothing from here on. */
    @Override
    public void close() {
        http.close();
    }

    private Answer post(Call call) {
        long begun = System.nanoTime();
        return switch (http.exchange(call)) {
            case Answered answered -> new Answer(
                    answered.status(),
                    RetryAfter.of(answered.headers(), clock.instant()),
                    Excerpt.of(answered),
                    null,
                    answered.latency());
            case Failure failure -> nothing(failure.text(), Duration.ofNanos(System.nanoTime() - begun));
        };
    }

    private static Limits limits(Duration timeout) {
        Duration connect = timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT;
        return new Limits(connect, timeout, timeout, Excerpt.MOST_BYTES, false);
    }

    private static Answer nothing(String error, Duration latency) {
        return new Answer(null, Optional.empty(), null, error, latency);
    }
}
