package io.stele.core.intake;

import io.stele.core.message.Interactive.Flow;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection.InvalidField;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Flows (Kapso contract §2.2). */
final class FlowRules {

    private static final int LONGEST_CALL_TO_ACTION = 30;
    private static final Set<String> MODES = Set.of("draft", "published");
    private static final Set<String> ACTIONS = Set.of("navigate", "data_exchange");

    private FlowRules() {}

    static Stream<InvalidField> broken(Flow flow) {
        return Check.all(
                Check.that(
                        isGiven(flow.id()) != isGiven(flow.name()),
                        Field.FLOW_NAME,
                        "must be given when the id is not, and only then"),
                Check.required(Field.FLOW_CALL_TO_ACTION, flow.callToAction(), LONGEST_CALL_TO_ACTION),
                Check.that(
                        flow.mode() == null || MODES.contains(flow.mode()),
                        Field.FLOW_MODE,
                        "must be draft or published"),
                Check.that(
                        flow.action() == null || ACTIONS.contains(flow.action()),
                        Field.FLOW_ACTION,
                        "must be navigate or data_exchange"));
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
