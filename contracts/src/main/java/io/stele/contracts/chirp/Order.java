package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer ordered from the catalog (contract §5.3).
 *
 * @param orderText the customer's remark
 * @param totalItems how many pieces in all
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Order(
        String id,
        @Nullable String catalogId,
        @Nullable String orderText,
        BigInteger totalItems,
        String createdAt,
        List<Item> items) {

    /**
     * One position of an order.
     *
     * @param itemPrice the price of one piece, a decimal number as text
     * @param currency ISO 4217
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Item(
            String id,
            @Nullable String productRetailerId,
            long quantity,
            @Nullable String itemPrice,
            @Nullable String currency) {}
}
