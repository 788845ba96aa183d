package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of what a webhook was told, newest first. Chirp has no such list; it is Stele's own.
 *
 * @param nextCursor the id to go on from, or {@code null} on the last page
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record WebhookDeliveryList(List<WebhookDeliveryResource> deliveries, @Nullable String nextCursor) {}
