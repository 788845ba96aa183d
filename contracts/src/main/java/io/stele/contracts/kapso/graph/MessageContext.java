package io.stele.contracts.kapso.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * What a stored message refers to.
 *
 * @param id the quoted message
 * @param from who wrote the quoted message
 * @param referredProduct the product that the customer asked about
 * @param forwarded set when the customer forwarded the message
 * @param frequentlyForwarded set when it had been forwarded many times
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageContext(
        @Nullable String id,
        @Nullable String from,
        @Nullable ReferredProduct referredProduct,
        @Nullable Boolean forwarded,
        @Nullable Boolean frequentlyForwarded) {

    /** A product of a catalog. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReferredProduct(
            @Nullable String catalogId, @Nullable String productRetailerId) {}
}
