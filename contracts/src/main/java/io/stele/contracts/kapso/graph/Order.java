package io.stele.contracts.kapso.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order that a customer placed from a catalog.
 *
 * @param text the customer's note, under Meta's name
 * @param orderText the same note, under the name that Kapso stores it by
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Order(
        @Nullable String catalogId,
        @Nullable List<Item> productItems,
        @Nullable String text,
        @Nullable String orderText) {

    /**
     * A line of the order.
     *
     * @param itemPrice the price of one piece, a number, written as it came
     * @param currency ISO 4217
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            @Nullable String productRetailerId,
            @Nullable Long quantity,
            @Nullable JsonNode itemPrice,
            @Nullable String currency) {}
}
