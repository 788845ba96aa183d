package io.stele.graphstub.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The contents that are neither interactive nor a template. */
final class ContentShapes {

    static final Shape TEXT =
            Shape.object().required("body", Rules.text(4096)).optional("preview_url", Rules.TRUTH);

    static final Shape LOCATION = Shape.object()
            .required("latitude", Rules.number(-90, 90))
            .required("longitude", Rules.number(-180, 180))
            .optional("name", Rules.TEXT)
            .optional("address", Rules.TEXT);

    static final Shape REACTION = Shape.object()
            .required("message_id", Rules.text(512))
            .required("emoji", ContentShapes::emojiOrNone);

    static final Rule CONTACTS = Rules.list("contacts", 1, 257, contact());

    private static final Pattern ONE_SIGN = Pattern.compile("\\X");

    private ContentShapes() {}

    private static Shape contact() {
        return Shape.object()
                .required(
                        "name",
                        Shape.object()
                                .required("formatted_name", Rules.text(1024))
                                .optional("first_name", Rules.TEXT)
                                .optional("last_name", Rules.TEXT)
                                .optional("middle_name", Rules.TEXT)
                                .optional("suffix", Rules.TEXT)
                                .optional("prefix", Rules.TEXT))
                .optional("birthday", Rules.DATE)
                .optional("org", texts("company", "department", "title"))
                .optional("phones", all(texts("phone", "type", "wa_id")))
                .optional("emails", all(texts("email", "type")))
                .optional("urls", all(texts("url", "type")))
                .optional(
                        "addresses",
                        all(texts("street", "city", "state", "zip", "country", "country_code", "type")));
    }

    private static Shape texts(String... names) {
        Shape shape = Shape.object();
        for (String name : names) {
            shape = shape.optional(name, Rules.TEXT);
        }
        return shape;
    }

    private static Rule all(Shape shape) {
        return Rules.list("entries", 0, Integer.MAX_VALUE, shape);
    }

    /** One emoji, or an empty text, which takes the reaction away. */
    private static void emojiOrNone(Field field) {
        String emoji = field.text();
        Matcher sign = ONE_SIGN.matcher(emoji);
        boolean one = sign.matches();
        boolean pictured = emoji.codePoints().anyMatch(point -> point > 0xff && Character.isEmoji(point))
                || emoji.indexOf('\u20e3') > 0
                || emoji.startsWith("\u00a9")
                || emoji.startsWith("\u00ae");
        if (!emoji.isEmpty() && !(one && pictured)) {
            throw field.invalid("must be one emoji");
        }
    }
}
