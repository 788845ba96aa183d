package io.stele.contracts.kapso.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values for one part of a template (contract section 2.3).
 *
 * @param type {@code header}, {@code body}, {@code button}, {@code carousel} or {@code limited_time_offer}, in any case
 * @param subType buttons only: {@code quick_reply}, {@code url}, {@code phone_number}, {@code copy_code}, {@code flow} or
 *     {@code catalog}
 * @param index buttons only: the button's place from 0 to 9, read from a JSON number or string and written as a string
 * @param parameters the values; a header has exactly one
 * @param cards a carousel's cards
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TemplateComponent(
        @Nullable String type,
        @Nullable String subType,
        @Nullable String index,
        @Nullable List<TemplateParameter> parameters,
        @Nullable List<Card> cards) {

    /**
     * The values for one card of a template's carousel.
     *
     * @param cardIndex the card's place, counted from 0
     * @param components header, body and buttons of the card
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Card(
            @Nullable Integer cardIndex, @Nullable List<TemplateComponent> components) {}
}
