package io.stele.contracts.kapso;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A webhook on the platform (contract section 3.7). Times are ISO 8601 in UTC.
 *
 * @param kind {@code kapso} or {@code meta}; what follows from {@code bufferEnabled} to {@code payloadVersion} means nothing to the latter
 * @param secretKey with what deliveries are signed, in clear
 * @param phoneNumberId whose events are told; not there for a webhook of the project
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Webhook(
        @Nullable String id,
        @Nullable String url,
        @Nullable String kind,
        @Nullable String secretKey,
        @Nullable List<String> events,
        @Nullable Boolean active,
        @Nullable Boolean bufferEnabled,
        @Nullable Integer bufferWindowSeconds,
        @Nullable Integer maxBufferSize,
        @Nullable List<String> bufferEvents,
        @Nullable Integer inactivityMinutes,
        @Nullable Map<String, String> headers,
        @Nullable String payloadVersion,
        @Nullable String phoneNumberId,
        @Nullable String projectId,
        @Nullable String createdAt,
        @Nullable String updatedAt) {

    /** Never the secret, nor the headers and the address, which may hold one. */
    @Override
    public String toString() {
        return "Webhook[" + id + "]";
    }
}
