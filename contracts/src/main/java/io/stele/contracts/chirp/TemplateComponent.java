package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One filled component of a template, in Meta's own names as Chirp keeps them for components (contract §1.1).
 *
 * @param type {@code header}, {@code body}, {@code button}, {@code carousel} or {@code limited_time_offer}
 * @param subType of a button: {@code quick_reply}, {@code url}, {@code copy_code}, {@code flow}…
 * @param index of a button, from 0
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TemplateComponent(
        @Nullable String type,
        @JsonProperty("sub_type") @Nullable String subType,
        @Nullable Integer index,
        @Nullable List<Parameter> parameters,
        @Nullable List<Card> cards) {

    /** One card of a carousel. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Card(
            @JsonProperty("card_index") @Nullable Integer cardIndex, @Nullable List<TemplateComponent> components) {}

    /**
     * One value; {@code type} names the member that holds it.
     *
     * @param parameterName the placeholder of a template with named placeholders
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Parameter(
            @Nullable String type,
            @JsonProperty("parameter_name") @Nullable String parameterName,
            @Nullable String text,
            @Nullable String payload,
            @JsonProperty("coupon_code") @Nullable String couponCode,
            @Nullable Currency currency,
            @JsonProperty("date_time") @Nullable DateTime dateTime,
            @Nullable Media image,
            @Nullable Media video,
            @Nullable Media document,
            @Nullable LocationPoint location,
            @Nullable Action action,
            @JsonProperty("limited_time_offer") @Nullable LimitedTimeOffer limitedTimeOffer) {}

    /**
     * An amount of money.
     *
     * @param amount1000 the amount times one thousand
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Currency(
            @JsonProperty("fallback_value") @Nullable String fallbackValue,
            @Nullable String code,
            @JsonProperty("amount_1000") @Nullable Long amount1000) {}

    /** A date, as the text to show. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DateTime(@JsonProperty("fallback_value") @Nullable String fallbackValue) {}

    /** A file, by stored id or by link. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Media(@Nullable String id, @Nullable String link, @Nullable String filename) {}

    /** What a flow button starts with. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Action(
            @JsonProperty("flow_token") @Nullable String flowToken,
            @JsonProperty("flow_action_data") @Nullable JsonNode flowActionData,
            @JsonProperty("thumbnail_product_retailer_id") @Nullable String thumbnailProductRetailerId) {}

    /**
     * When an offer ends.
     *
     * @param expirationTime milliseconds since 1970
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LimitedTimeOffer(@JsonProperty("expiration_time_ms") @Nullable Long expirationTime) {}
}
