package io.stele.contracts.kapso.graph;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * One value for a template's variable part (contract section 2.3). {@code type} names the member that is set.
 *
 * @param parameterName the variable's name, for templates with named parameters
 * @param payload a quick reply button's payload, returned when the customer presses it
 * @param couponCode a copy-code button's code, at most 15 characters
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TemplateParameter(
        @Nullable String type,
        @Nullable String parameterName,
        @Nullable String text,
        @Nullable Currency currency,
        @Nullable DateTime dateTime,
        @Nullable Media image,
        @Nullable Media video,
        @Nullable Media document,
        @Nullable Location location,
        @Nullable String payload,
        @Nullable String couponCode,
        @Nullable Action action,
        @Nullable LimitedTimeOffer limitedTimeOffer) {

    /**
     * An amount of money.
     *
     * @param fallbackValue the amount as text, shown when it cannot be formatted for the reader
     * @param code ISO 4217
     * @param thousandths the amount times 1000, {@code amount_1000} on the wire; read also from {@code amount1000}, which a
     *     client library writes
     */
    // Named one by one: beside a naming strategy, an explicit name that has an alias is not written.
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Currency(
            @Nullable @JsonProperty("fallback_value") String fallbackValue,
            @Nullable String code,
            @Nullable @JsonProperty("amount_1000") @JsonAlias("amount1000") Long thousandths) {}

    /** A point in time, as text. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DateTime(@Nullable String fallbackValue) {}

    /**
     * What a flow or catalog button opens.
     *
     * @param flowToken flow buttons: the sender's own mark, returned with the customer's answer
     * @param flowActionData flow buttons: the first screen's input, free-form
     * @param thumbnailProductRetailerId catalog buttons: the product whose picture is shown
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Action(
            @Nullable String flowToken,
            @Nullable JsonNode flowActionData,
            @Nullable String thumbnailProductRetailerId) {}

    /**
     * The end of an offer.
     *
     * @param expirationTimeMs milliseconds since the epoch
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LimitedTimeOffer(@Nullable Long expirationTimeMs) {}
}
