package io.stele.adapters.zavu;

import io.stele.contracts.zavu.ZavuMessageContent.Row;
import io.stele.contracts.zavu.ZavuMessageContent.Section;
import io.stele.core.message.Interactive;
import java.util.List;
import java.util.stream.Stream;

/** Messages with choices that Zavu has no type for, told as sections of rows: what can be tapped, under its own id. */
final class ZavuNearest {

    private ZavuNearest() {}

    /** A section for each card, titled with the card's text. */
    static List<Section> sections(Interactive.Carousel carousel) {
        return carousel.cards().stream()
                .map(card -> new Section(card.body() == null ? "" : card.body(), rows(card.action())))
                .toList();
    }

    static List<Section> sections(Interactive.Product product) {
        return List.of(new Section("", rows(Stream.of(product.retailerId()))));
    }

    static List<Section> sections(Interactive.ProductList products) {
        return products.sections().stream()
                .map(section -> new Section(
                        section.title() == null ? "" : section.title(),
                        rows(section.retailerIds().stream())))
                .toList();
    }

    private static List<Row> rows(Interactive.CardAction action) {
        return switch (action) {
            case Interactive.CardLink(String displayText, String url) -> List.of(new Row(url, displayText, null));
            case Interactive.CardButtons(List<Interactive.Button> buttons) ->
                buttons.stream()
                        .map(button -> new Row(button.id(), button.title(), null))
                        .toList();
        };
    }

    private static List<Row> rows(Stream<String> retailerIds) {
        return retailerIds.map(id -> new Row(id, id, null)).toList();
    }
}
