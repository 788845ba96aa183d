package io.stele.graphstub.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Cards side by side, and the button that opens a link. */
final class CarouselShapes {

    private static final int MOST_LINE_BREAKS = 2;

    private CarouselShapes() {}

    static Shape link() {
        return InteractiveShapes.named("cta_url")
                .required(
                        "parameters",
                        Shape.object()
                                .required("display_text", Rules.value("Display text", 20))
                                .required("url", Rules.LINK));
    }

    static Shape carousel() {
        return Shape.object().required("cards", Rules.list("cards", 2, 10, card())).also(action -> {
            List<Field> cards = cards(action);
            Rules.distinct("card_index", Rules.texts(action.member("cards"), "card_index"));
            same(cards, "type", card -> String.valueOf(card.textOf("type")));
            same(cards, "header type", CarouselShapes::headerType);
            same(cards, "kind of button", card -> String.valueOf(card.member("action").has("buttons")));
            same(cards, "catalog_id", card -> String.valueOf(card.member("action").textOf("catalog_id")));
        });
    }

    private static Rule card() {
        Rule header = Choice.by("type")
                .when("image", Shape.object().required("image", FileShapes.HEADER_IMAGE))
                .when("video", Shape.object().required("video", FileShapes.HEADER_VIDEO));
        Shape index = Shape.object().required("card_index", Rules.whole(0, 9));
        return Choice.by("type")
                .when(
                        "cta_url",
                        index.required("header", header)
                                .optional("body", InteractiveShapes.part(CarouselShapes::text))
                                .required("action", field -> (field.has("buttons") ? quickReplies() : link()).check(field)))
                .when(
                        "product",
                        index.required(
                                "action",
                                Shape.object()
                                        .required("product_retailer_id", Rules.text(256))
                                        .required("catalog_id", Rules.text(256))));
    }

    /** Kapso's contract (section 2.2) knows them; Meta's own page shows cards with links only. */
    private static Shape quickReplies() {
        return Shape.object()
                .required("buttons", Rules.list("buttons", 1, 2, Shape.object()
                        .required("type", Rules.oneOf("quick_reply"))
                        .required(
                                "quick_reply",
                                Shape.object()
                                        .required("id", Rules.value("Button id", 256))
                                        .required("title", Rules.value("Button title", 20)))));
    }

    private static void text(Field field) {
        Rules.value("Card body text", 160).check(field);
        if (field.text().chars().filter(each -> each == '\n').count() > MOST_LINE_BREAKS) {
            throw field.invalid("must not have more than " + MOST_LINE_BREAKS + " line breaks");
        }
    }

    private static void same(List<Field> cards, String what, Function<Field, String> feature) {
        Set<String> values = new HashSet<>();
        cards.forEach(card -> values.add(feature.apply(card)));
        if (values.size() > 1) {
            throw Refusal.value("All cards must have the same " + what + ".");
        }
    }

    private static String headerType(Field card) {
        return card.has("header") ? String.valueOf(card.member("header").textOf("type")) : "";
    }

    private static List<Field> cards(Field action) {
        Field cards = action.member("cards");
        return IntStream.range(0, cards.list().size()).mapToObj(cards::element).toList();
    }
}
