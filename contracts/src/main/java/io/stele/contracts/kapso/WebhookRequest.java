package io.stele.contracts.kapso;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A webhook that is to be made or changed (contract section 3.7). A change has some of the members: what is not there stays as it is.
 *
 * @param kind {@code kapso} or {@code meta}
 * @param events names of events
 * @param bufferWindowSeconds how long to wait for further messages
 * @param maxBufferSize with how many messages nothing more is waited for
 * @param inactivityMinutes how long a conversation is silent before that is told
 * @param headers sent along with each delivery
 * @param payloadVersion {@code v1} or {@code v2}
 * @param phoneNumberId whose events are told; without it the project's own
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookRequest(
        @Nullable String url,
        @Nullable String kind,
        @Nullable String secretKey,
        @Nullable List<String> events,
        @Nullable Boolean active,
        @Nullable Boolean bufferEnabled,
        @Nullable Integer bufferWindowSeconds,
        @Nullable Integer maxBufferSize,
        @Nullable List<String> bufferEvents,
        @Nullable @JsonAlias("inactive_after_minutes") Integer inactivityMinutes,
        @Nullable Map<String, String> headers,
        @Nullable String payloadVersion,
        @Nullable String phoneNumberId) {

    /** Never the secret, nor the headers and the address, which may hold one. */
    @Override
    public String toString() {
        return "WebhookRequest[" + kind + "]";
    }
}
