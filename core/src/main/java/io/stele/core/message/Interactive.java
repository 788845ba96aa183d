package io.stele.core.message;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message with something to tap.
 *
 * @param body the text above what can be tapped; null only where the action allows none
 */
public record Interactive(
        @Nullable Header header, @Nullable String body, @Nullable String footer, Action action) implements Content {

    /** What stands above the body. */
    public sealed interface Header {}

    public record TextHeader(String text) implements Header {}

    /**
     * @param kind an image, a video or a document
     * @param filename of a document
     */
    public record MediaHeader(MediaKind kind, MediaFile file, @Nullable String filename) implements Header {}

    /** What can be tapped. */
    public sealed interface Action {}

    /** One to three reply buttons. */
    public record ReplyButtons(List<Button> buttons) implements Action {
        public ReplyButtons {
            buttons = List.copyOf(buttons);
        }
    }

    /** A reply button. */
    public record Button(String id, String title) {}

    /** A menu that opens on a button. */
    public record Menu(String button, List<Section> sections) implements Action {
        public Menu {
            sections = List.copyOf(sections);
        }
    }

    /** A part of a menu. The title may be absent when it is the only part. */
    public record Section(@Nullable String title, List<Row> rows) {
        public Section {
            rows = List.copyOf(rows);
        }
    }

    /** A line of a menu. */
    public record Row(String id, String title, @Nullable String description) {}

    /** A button that opens a web page. */
    public record LinkButton(String displayText, String url) implements Action {}

    /** Two to ten cards side by side, each with the same shape of buttons. */
    public record Carousel(List<Card> cards) implements Action {
        public Carousel {
            cards = List.copyOf(cards);
        }
    }

    /**
     * A card of a carousel.
     *
     * @param index counted from 0, as the caller numbered it
     */
    public record Card(int index, MediaHeader header, @Nullable String body, CardAction action) {}

    /** What can be tapped on a card. */
    public sealed interface CardAction permits CardLink, CardButtons {}

    public record CardLink(String displayText, String url) implements CardAction {}

    public record CardButtons(List<Button> buttons) implements CardAction {
        public CardButtons {
            buttons = List.copyOf(buttons);
        }
    }

    /** Asks where the recipient is. */
    public record LocationRequest() implements Action {}

    /** Asks for the recipient's phone number. */
    public record ContactInfoRequest() implements Action {}

    /**
     * Asks for a postal address.
     *
     * @param country two letters
     * @param parameters everything else that the form starts with: {@code values}, {@code saved_addresses},
     *     {@code validation_errors}
     */
    public record AddressRequest(String country, Json.Members parameters) implements Action {}

    /**
     * Opens a flow.
     *
     * @param messageVersion as given, by contract {@code "3"}
     * @param id the flow's id; exactly one of id and name is there
     * @param mode {@code draft} or {@code published}; null when not given
     * @param action {@code navigate} or {@code data_exchange}; null when not given
     */
    public record Flow(
            @Nullable String messageVersion,
            @Nullable String id,
            @Nullable String name,
            String callToAction,
            @Nullable String mode,
            @Nullable String token,
            @Nullable String action,
            @Nullable FlowPayload payload)
            implements Action {}

    /** Where a flow starts, and with what data. */
    public record FlowPayload(@Nullable String screen, @Nullable Json data) {}

    /** One product of a catalog. */
    public record Product(String catalogId, String retailerId) implements Action {}

    /** Several products of a catalog. */
    public record ProductList(String catalogId, List<ProductSection> sections) implements Action {
        public ProductList {
            sections = List.copyOf(sections);
        }
    }

    public record ProductSection(@Nullable String title, List<String> retailerIds) {
        public ProductSection {
            retailerIds = List.copyOf(retailerIds);
        }
    }

    /**
     * A whole catalog.
     *
     * @param thumbnailRetailerId the product whose picture is shown; null leaves it to WhatsApp
     */
    public record Catalog(@Nullable String thumbnailRetailerId) implements Action {}

    /** Asks whether the business may call. */
    public record CallPermissionRequest() implements Action {}

    /** The text of the header, when it is one of text. */
    public Optional<String> headerText() {
        return header instanceof TextHeader(String text) ? Optional.of(text) : Optional.empty();
    }
}
