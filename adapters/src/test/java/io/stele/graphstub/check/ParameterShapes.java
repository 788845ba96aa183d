package io.stele.graphstub.check;

/** The values for a template's variables. */
final class ParameterShapes {

    private static final Shape NAMED = Shape.object().optional("parameter_name", Rules.text(256));

    static final Shape TEXT = NAMED.required("text", Rules.text(32_768));

    static final Shape PRODUCT = Shape.object()
            .required("product_retailer_id", Rules.text(256))
            .required("catalog_id", Rules.text(256));

    static final Rule BODY = Choice.by("type")
            .when("text", TEXT)
            .when(
                    "currency",
                    NAMED.required(
                            "currency",
                            Shape.object()
                                    .required("fallback_value", Rules.text(1024))
                                    .required("code", ParameterShapes::currency)
                                    .required("amount_1000", Rules.whole(Long.MIN_VALUE, Long.MAX_VALUE))))
            .when(
                    "date_time",
                    NAMED.required("date_time", Shape.object().required("fallback_value", Rules.text(1024))));

    private ParameterShapes() {}

    private static void currency(Field field) {
        if (!field.text().matches("[A-Z]{3}")) {
            throw field.invalid("must be a currency code of three capital letters");
        }
    }
}
