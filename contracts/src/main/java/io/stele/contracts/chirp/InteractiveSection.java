package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A section of a list or of a product list (contract §3.1).
 *
 * @param title up to 24 characters
 * @param rows of a list: up to ten over all sections
 * @param products of a product list: up to thirty over all sections
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InteractiveSection(
        @Nullable String title, @Nullable List<Row> rows, @Nullable List<Product> products) {

    /**
     * A row to choose.
     *
     * @param title up to 24 characters
     * @param description up to 72 characters
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(@Nullable String id, @Nullable String title, @Nullable String description) {}

    /** A product of the catalog, by the seller's own id. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Product(@Nullable String productRetailerId) {}
}
