package io.stele.graphstub.check;

/** The values for a template's buttons. */
final class ButtonShapes {

    private static final Rule TEXT = Choice.by("type").when("text", Shape.object().required("text", Rules.text(2000)));
    private static final Rule PAYLOAD =
            Choice.by("type").when("payload", Shape.object().required("payload", Rules.text(256)));
    private static final Rule COUPON =
            Choice.by("type").when("coupon_code", Shape.object().required("coupon_code", Rules.value("Coupon code", 15)));

    static final Shape BUTTON = Shape.object()
            .required("sub_type", Rules.TEXT)
            .optional("index", Rules.whole(0, 9))
            .optional("parameters", Field::list)
            .also(Choice.by("sub_type")
                    .when("quick_reply", with(one(PAYLOAD)))
                    .when("url", with(one(TEXT)))
                    .when("copy_code", with(one(COUPON)))
                    .when("flow", withOrWithout(one(action(Shape.object()
                            .optional("flow_token", Rules.text(1024))
                            .optional("flow_action_data", Rules.FILLED_OBJECT)))))
                    .when("catalog", withOrWithout(one(action(
                            Shape.object().optional("thumbnail_product_retailer_id", Rules.text(256))))))
                    .when("mpm", with(one(action(Shape.object()
                            .required("thumbnail_product_retailer_id", Rules.text(256))
                            .required("sections", InteractiveShapes.productSections())))))
                    .when("voice_call", call()));

    private ButtonShapes() {}

    private static Shape with(Rule parameters) {
        return frame().required("parameters", parameters);
    }

    private static Shape withOrWithout(Rule parameters) {
        return frame().optional("parameters", parameters);
    }

    /** The only button that needs no index: a template has one at most. */
    private static Shape call() {
        return Shape.object()
                .required("type", Rules.TEXT)
                .optional("index", Rules.whole(0, 9))
                .optional("parameters", Rules.list("button parameters", 1, 2, Choice.by("type")
                        .when("ttl_minutes", Shape.object().required("ttl_minutes", Rules.whole(1, 43_200)))
                        .when("payload", Shape.object().required("payload", Rules.text(512)))));
    }

    private static Shape frame() {
        return Shape.object().required("type", Rules.TEXT).required("index", Rules.whole(0, 9));
    }

    private static Rule one(Rule parameter) {
        return Rules.list("button parameters", 1, 1, parameter);
    }

    private static Rule action(Shape action) {
        return Choice.by("type").when("action", Shape.object().required("action", action));
    }
}
