package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What WhatsApp itself told about a customer, or what came in a message of unknown kind: the {@code systemData} of a
 * message (contract §5.5).
 *
 * @param type such as {@code user_changed_number}, or the provider's word for the unknown kind
 * @param body the sentence that WhatsApp shows
 * @param newWaId the customer's new id, digits without a plus
 * @param details the rest, as it came
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SystemData(
        @Nullable String type, @Nullable String body, @Nullable String newWaId, @Nullable JsonNode details) {}
