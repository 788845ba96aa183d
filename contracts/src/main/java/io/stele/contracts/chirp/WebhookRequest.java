package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of the calls that make and change a webhook (contract §3.9). In a change every member is optional.
 *
 * @param url https
 * @param events names of events (§6.2)
 * @param headers sent along with each delivery; in a change they replace those that were there
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookRequest(
        @Nullable String url, @Nullable List<String> events, @Nullable Map<String, String> headers) {}
