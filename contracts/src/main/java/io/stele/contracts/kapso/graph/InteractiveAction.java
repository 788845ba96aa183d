package io.stele.contracts.kapso.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an interactive message lets the customer do (contract section 2.2).
 *
 * @param name the action's name for the kinds that have one, such as {@code cta_url} or {@code flow}; may be left out
 * @param button a list's button label, at most 20 characters
 * @param buttons 1 to 3 reply buttons; in a carousel card its quick replies
 * @param sections 1 to 10 sections of a list or a product list
 * @param cards 2 to 10 cards of a carousel
 * @param parameters the values of a named action
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InteractiveAction(
        @Nullable String name,
        @Nullable String button,
        @Nullable List<Button> buttons,
        @Nullable List<Section> sections,
        @Nullable List<CarouselCard> cards,
        @Nullable String catalogId,
        @Nullable String productRetailerId,
        @Nullable ActionParameters parameters) {

    /**
     * A button.
     *
     * @param type {@code reply}, or {@code quick_reply} in a carousel card; names the member that is set
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Button(
            @Nullable String type, @Nullable Label reply, @Nullable Label quickReply) {}

    /**
     * A button's identity and face.
     *
     * @param id at most 256 characters, unique in the message
     * @param title at most 20 characters, unique in the message
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Label(@Nullable String id, @Nullable String title) {}

    /**
     * A group of rows or of products.
     *
     * @param title at most 24 characters, required when there is more than one section
     * @param rows a list's rows, at most 10 over all sections
     * @param productItems a product list's products, at most 30 over all sections
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Section(
            @Nullable String title,
            @Nullable List<Row> rows,
            @Nullable List<ProductItem> productItems) {}

    /**
     * A row to choose.
     *
     * @param id at most 200 characters
     * @param title at most 24 characters
     * @param description at most 72 characters
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(@Nullable String id, @Nullable String title, @Nullable String description) {}

    /** A product of the action's catalog. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProductItem(@Nullable String productRetailerId) {}

    /**
     * A card of a carousel; all cards of one carousel use the same kind of action.
     *
     * @param cardIndex the card's place, counted from 0
     * @param type {@code cta_url}, also for cards with quick replies
     * @param header an image or a video
     * @param body at most 160 characters and two line breaks
     * @param action a named {@code cta_url} action, or quick reply buttons
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CarouselCard(
            @Nullable Integer cardIndex,
            @Nullable String type,
            Interactive.@Nullable Header header,
            Interactive.@Nullable TextPart body,
            @Nullable InteractiveAction action) {}
}
