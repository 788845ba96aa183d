package io.stele.graphstub.check;

/** The button that opens a flow. */
final class FlowShapes {

    private FlowShapes() {}

    static Shape flow() {
        return InteractiveShapes.named("flow")
                .required(
                        "parameters",
                        Shape.object()
                                .required("flow_message_version", Rules.oneOf("3"))
                                .required("flow_cta", Rules.value("Flow CTA", 30))
                                .optional("flow_id", Rules.text(256))
                                .optional("flow_name", Rules.text(256))
                                .optional("mode", Rules.oneOf("draft", "published"))
                                .optional("flow_token", Rules.text(1024))
                                .optional("flow_action", Rules.oneOf("navigate", "data_exchange"))
                                .optional(
                                        "flow_action_payload",
                                        Shape.object()
                                                .optional("screen", Rules.text(256))
                                                .optional("data", Rules.FILLED_OBJECT))
                                .also(FlowShapes::agrees));
    }

    private static void agrees(Field parameters) {
        if (parameters.has("flow_id") && parameters.has("flow_name")) {
            throw Refusal.invalid("Only one of flow_id and flow_name can be given.");
        }
        if (!parameters.has("flow_id") && !parameters.has("flow_name")) {
            throw parameters.missing("flow_id");
        }
        if (parameters.has("flow_action_payload") && "data_exchange".equals(parameters.textOf("flow_action"))) {
            throw parameters.member("flow_action_payload").invalid("must be omitted unless flow_action is navigate");
        }
    }
}
