package io.stele.core.webhook;

import io.stele.core.project.ProjectId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Posts to receivers. Never to an address that is not allowed, and never where a receiver redirects to. */
public interface WebhookTransport {

    /**
     * Posts JSON, and waits for the answer no longer than {@code timeout}, whatever the receiver does.
     *
     * @param project whose delivery it is: what its receivers hold up, those of others do not wait for
     * @param headers beside the content type
     */
    Answer post(ProjectId project, String url, Map<String, String> headers, byte[] body, Duration timeout);

    /**
     * What came back.
     *
     * @param status null when there was no answer
     * @param retryAfter how long the receiver asked to be left alone; empty when it did not
     * @param excerpt the first bytes of the answer's body, as text; null when there was none
     * @param error why there was no answer; null when there was one
     */
    record Answer(
            @Nullable Integer status,
            Optional<Duration> retryAfter,
            @Nullable String excerpt,
            @Nullable String error,
            Duration latency) {}
}
