package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A webhook of an app (contract §3.9).
 *
 * @param id {@code whk_…}
 * @param headers sent along with each delivery; empty when there are none
 * @param signingSecret with what deliveries are signed in the manner of Standard Webhooks; only in the answer to the request that made the
 *     webhook. Chirp has none; it is Stele's own
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record WebhookResource(
        String id,
        String appId,
        String url,
        List<String> events,
        Map<String, String> headers,
        String createdAt,
        String updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String signingSecret) {}
