package io.stele.graphstub.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The use of a template, component by component. Whether there is such a template is {@link TemplateBook}'s business. */
final class TemplateShapes {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]+");

    private static final Rule HEADER = Choice.by("type")
            .when("text", ParameterShapes.TEXT)
            .when("image", Shape.object().required("image", FileShapes.HEADER_IMAGE))
            .when("video", Shape.object().required("video", FileShapes.HEADER_VIDEO))
            .when("document", Shape.object().required("document", FileShapes.HEADER_DOCUMENT))
            .when("location", Shape.object().required("location", ContentShapes.LOCATION))
            .when("product", Shape.object().required("product", ParameterShapes.PRODUCT));

    private static final Shape HEADER_COMPONENT =
            Shape.object().optional("parameters", Rules.list("header parameters", 1, 1, HEADER));
    private static final Shape BODY_COMPONENT = Shape.object()
            .optional("parameters", Rules.list("body parameters", 1, Integer.MAX_VALUE, ParameterShapes.BODY))
            .also(TemplateShapes::allNamedOrNone);

    private static final Rule CARD_COMPONENT = Choice.by("type")
            .when("header", HEADER_COMPONENT)
            .when("body", BODY_COMPONENT)
            .when("button", ButtonShapes.BUTTON);

    private static final Rule COMPONENT = Choice.by("type")
            .when("header", HEADER_COMPONENT)
            .when("body", BODY_COMPONENT)
            .when("button", ButtonShapes.BUTTON)
            .when("carousel", carousel())
            .when("limited_time_offer", single(Choice.by("type").when("limited_time_offer", Shape.object()
                    .required(
                            "limited_time_offer",
                            Shape.object().required("expiration_time_ms", Rules.whole(1, Long.MAX_VALUE))))))
            .when("tap_target_configuration", single(Choice.by("type").when("tap_target_configuration", Shape.object()
                    .required("tap_target_configuration", Rules.list("tap targets", 1, 1, Shape.object()
                            .required("url", Rules.LINK)
                            .required("title", Rules.text(1024)))))));

    static final Shape TEMPLATE = Shape.object()
            .required("name", TemplateShapes::name)
            .required(
                    "language",
                    Shape.object().required("code", Rules.text(15)).optional("policy", Rules.oneOf("deterministic")))
            .optional("components", components(COMPONENT));

    private TemplateShapes() {}

    private static void name(Field field) {
        Rules.text(512).check(field);
        if (!NAME.matcher(field.text()).matches()) {
            throw field.invalid("must be lower-case letters, digits and underscores");
        }
    }

    private static Shape single(Rule parameter) {
        return Shape.object().required("parameters", Rules.list("parameters", 1, 1, parameter));
    }

    private static Shape carousel() {
        Shape card = Shape.object()
                .required("card_index", Rules.whole(0, 9))
                .required("components", components(CARD_COMPONENT));
        return Shape.object()
                .required("cards", Rules.list("cards", 2, 10, card))
                .also(field -> Rules.distinct("card_index", Rules.texts(field.member("cards"), "card_index")));
    }

    /** Each component once, but for buttons, which differ in their place. */
    private static Rule components(Rule component) {
        Rule list = Rules.list("components", 0, 20, component);
        return field -> {
            list.check(field);
            List<String> names = new ArrayList<>();
            IntStream.range(0, field.list().size()).mapToObj(field::element).forEach(each -> {
                String type = String.valueOf(each.textOf("type")).toLowerCase(Locale.ROOT);
                names.add("button".equals(type) ? type + " at index " + each.members().get("index") : type);
            });
            Rules.distinct("component", names);
        };
    }

    private static void allNamedOrNone(Field component) {
        if (!component.has("parameters")) {
            return;
        }
        List<String> names = Rules.texts(component.member("parameters"), "parameter_name");
        Set<String> distinct = new TreeSet<>(names);
        if (!names.isEmpty() && names.size() < component.member("parameters").list().size()) {
            throw Refusal.invalid("Parameter name is missing or empty");
        }
        if (distinct.size() < names.size()) {
            throw Refusal.invalid("Duplicated parameter name");
        }
    }
}
