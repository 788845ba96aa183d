package io.stele.graphstub.check;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Messages with something to tap. */
final class InteractiveShapes {

    private static final Rule BODY = part(Rules.value("Body text", 1024));
    private static final Rule FOOTER = part(Rules.value("Footer text", 60));
    private static final Shape TEXT_HEADER = Shape.object().required("text", Rules.value("Header text", 60));

    private static final Rule ANY_HEADER = Choice.by("type")
            .when("text", TEXT_HEADER)
            .when("image", Shape.object().required("image", FileShapes.HEADER_IMAGE))
            .when("video", Shape.object().required("video", FileShapes.HEADER_VIDEO))
            .when("document", Shape.object().required("document", FileShapes.HEADER_DOCUMENT));
    private static final Rule ONLY_TEXT_HEADER = Choice.by("type").when("text", TEXT_HEADER);

    static final Choice INTERACTIVE = Choice.by("type")
            .when("button", headed(ANY_HEADER).required("body", BODY).required("action", buttons()))
            .when(
                    "list",
                    headed(ONLY_TEXT_HEADER)
                            .required("body", part(Rules.value("Body text", 4096)))
                            .required("action", menu()))
            .when("cta_url", headed(ANY_HEADER).required("body", BODY).required("action", CarouselShapes.link()))
            .when("carousel", Shape.object().required("body", BODY).required("action", CarouselShapes.carousel()))
            .when(
                    "location_request_message",
                    Shape.object().required("body", BODY).required("action", named("send_location")))
            .when(
                    "request_contact_info",
                    Shape.object().required("body", BODY).required("action", named("request_contact_info")))
            .when("address_message", headed(ANY_HEADER).required("body", BODY).required("action", address()))
            .when("flow", headed(ANY_HEADER).required("body", BODY).required("action", FlowShapes.flow()))
            .when("product", footed().optional("body", BODY).required("action", product()))
            .when(
                    "product_list",
                    footed().required("header", ONLY_TEXT_HEADER).required("body", BODY).required("action", products()))
            .when("catalog_message", footed().required("body", BODY).required("action", catalog()))
            .when(
                    "call_permission_request",
                    Shape.object().optional("body", BODY).required("action", named("call_permission_request")))
            .when("voice_call", Shape.object().required("body", BODY).required("action", call()));

    private InteractiveShapes() {}

    static Shape named(String name) {
        return Shape.object().required("name", Rules.oneOf(name));
    }

    static Rule part(Rule text) {
        return Shape.object().required("text", text);
    }

    private static Shape footed() {
        return Shape.object().optional("footer", FOOTER);
    }

    private static Shape headed(Rule header) {
        return footed().optional("header", header);
    }

    private static Shape buttons() {
        Shape button = Shape.object()
                .required("type", Rules.oneOf("reply"))
                .required(
                        "reply",
                        Shape.object()
                                .required("id", Rules.value("Button id", 256))
                                .required("title", Rules.value("Button title", 20)));
        return Shape.object().required("buttons", Rules.list("buttons", 1, 3, button)).also(action -> {
            Field all = action.member("buttons");
            Rules.distinct("button id", Rules.texts(all, "reply", "id"));
            Rules.distinct("button title", Rules.texts(all, "reply", "title"));
        });
    }

    private static Shape menu() {
        Shape row = Shape.object()
                .required("id", Rules.value("Row id", 200))
                .required("title", Rules.value("Row title", 24))
                .optional("description", Rules.value("Row description", 0, 72));
        Shape section = Shape.object()
                .optional("title", Rules.value("Section title", 24))
                .required("rows", Rules.list("rows", 1, 10, row));
        return Shape.object()
                .required("button", Rules.value("Button", 20))
                .required("sections", Rules.list("sections", 1, 10, section))
                .also(action -> {
                    Field sections = action.member("sections");
                    titled(sections);
                    List<String> ids = elements(sections, "rows").stream()
                            .flatMap(rows -> Rules.texts(rows, "id").stream())
                            .toList();
                    if (ids.size() > 10) {
                        throw Refusal.value("Total row count exceed max allowed count: 10");
                    }
                    Rules.distinct("row id", ids);
                });
    }

    private static Shape address() {
        Shape values = Shape.object()
                .optional("name", Rules.TEXT)
                .optional("phone_number", Rules.TEXT)
                .optional("in_pin_code", Rules.value("in_pin_code", 0, 6))
                .optional("house_number", Rules.TEXT)
                .optional("floor_number", Rules.TEXT)
                .optional("tower_number", Rules.TEXT)
                .optional("building_name", Rules.TEXT)
                .optional("address", Rules.TEXT)
                .optional("landmark_area", Rules.TEXT)
                .optional("city", Rules.TEXT)
                .optional("state", Rules.TEXT);
        return named("address_message")
                .required(
                        "parameters",
                        Shape.object()
                                .required("country", Rules.oneOf("IN"))
                                .optional("values", values)
                                .optional(
                                        "saved_addresses",
                                        Rules.list("saved addresses", 1, Integer.MAX_VALUE, Shape.object()
                                                .required("id", Rules.text(1024))
                                                .required("value", values)))
                                .optional("validation_errors", validationErrors(values)));
    }

    /** By name of a field, why it was not taken: the names are those of the values. */
    private static Rule validationErrors(Shape values) {
        return field -> {
            Rules.FILLED_OBJECT.check(field);
            for (Object name : field.members().keySet()) {
                Rules.TEXT.check(field.member(String.valueOf(name)));
                values.check(new Field(field.path(), Map.of(String.valueOf(name), ""), field.files()));
            }
        };
    }

    private static Shape product() {
        return Shape.object()
                .required("catalog_id", Rules.text(256))
                .required("product_retailer_id", Rules.text(256));
    }

    private static Shape products() {
        return Shape.object()
                .required("catalog_id", Rules.text(256))
                .required("sections", productSections())
                .also(action -> titled(action.member("sections")));
    }

    /** Sections of products, at most 30 in all. */
    static Rule productSections() {
        Rule sections = Rules.list("sections", 1, 10, Shape.object()
                .optional("title", Rules.value("Section title", 24))
                .required("product_items", Rules.list(
                        "products", 1, 30, Shape.object().required("product_retailer_id", Rules.text(256)))));
        return field -> {
            sections.check(field);
            int products = elements(field, "product_items").stream().mapToInt(items -> items.list().size()).sum();
            if (products > 30) {
                throw Refusal.value("Total product count exceed max allowed count: 30");
            }
        };
    }

    private static Shape call() {
        return named("voice_call")
                .optional(
                        "parameters",
                        Shape.object()
                                .optional("display_text", Rules.value("Display text", 20))
                                .optional("ttl_minutes", Rules.whole(1, 43_200))
                                .optional("payload", Rules.text(512)));
    }

    private static Shape catalog() {
        return named("catalog_message")
                .optional(
                        "parameters",
                        Shape.object().optional("thumbnail_product_retailer_id", Rules.text(256)));
    }

    /** Of several sections each needs a title. */
    private static void titled(Field sections) {
        if (sections.list().size() > 1) {
            IntStream.range(0, sections.list().size())
                    .mapToObj(sections::element)
                    .filter(section -> !section.has("title"))
                    .findFirst()
                    .ifPresent(section -> {
                        throw section.missing("title");
                    });
        }
    }

    private static List<Field> elements(Field list, String name) {
        return IntStream.range(0, list.list().size())
                .mapToObj(i -> list.element(i).member(name))
                .toList();
    }
}
