package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * The flow that an interactive message opens, by {@code id} or by {@code name}.
 *
 * @param messageVersion the version of the flow message, {@code "3"} today
 * @param mode {@code draft} or {@code published}
 * @param token returned with the customer's answers
 * @param action {@code navigate} or {@code data_exchange}
 * @param actionPayload where the flow starts, and with what data
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InteractiveFlow(
        @Nullable String id,
        @Nullable String name,
        @Nullable String messageVersion,
        @Nullable String mode,
        @Nullable String token,
        @Nullable String action,
        @Nullable Start actionPayload) {

    /** The first screen of a flow and its data. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Start(@Nullable String screen, @Nullable JsonNode data) {}
}
