package io.stele.contracts.kapso.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a named interactive action, one group of components for each kind (contract section 2.2).
 *
 * @param displayText {@code cta_url}: the button's label, at most 20 characters
 * @param url {@code cta_url}: where the button leads
 * @param country {@code address_message}: two letters; WhatsApp has the form in India, {@code IN}
 * @param values {@code address_message}: an object, the fields to start from, such as {@code in_pin_code} of at
 *     most 6 characters
 * @param savedAddresses {@code address_message}: an array of addresses to choose from, each with {@code id} and {@code value}
 * @param validationErrors {@code address_message}: an object, by field name why an earlier answer was not accepted
 * @param flowMessageVersion {@code flow}: {@code 3} when it is given
 * @param flowId {@code flow}: the flow by id; excludes {@code flowName}
 * @param flowName {@code flow}: the flow by name
 * @param flowCta {@code flow}: the button's label, at most 30 characters
 * @param mode {@code flow}: {@code draft} or {@code published}, the default
 * @param flowToken {@code flow}: the sender's own mark, returned with the customer's answer
 * @param flowAction {@code flow}: {@code navigate}, the default, or {@code data_exchange}
 * @param flowActionPayload {@code flow}: the first screen and its data
 * @param thumbnailProductRetailerId {@code catalog_message}: the product whose picture is shown
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActionParameters(
        @Nullable String displayText,
        @Nullable String url,
        @Nullable String country,
        @Nullable JsonNode values,
        @Nullable JsonNode savedAddresses,
        @Nullable JsonNode validationErrors,
        @Nullable String flowMessageVersion,
        @Nullable String flowId,
        @Nullable String flowName,
        @Nullable String flowCta,
        @Nullable String mode,
        @Nullable String flowToken,
        @Nullable String flowAction,
        @Nullable FlowActionPayload flowActionPayload,
        @Nullable String thumbnailProductRetailerId) {

    /**
     * Where a flow starts.
     *
     * @param data the screen's input, free-form and stored as received
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FlowActionPayload(@Nullable String screen, @Nullable JsonNode data) {}
}
