package io.stele.adapters.connector.whatsapp;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.json.JsonTrees;
import io.stele.core.message.Failure;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why Graph refused a request (Kapso contract §1.3 and §1.5, which have Meta's form).
 *
 * @param title without the code, which Graph puts before it once more
 * @param details null when there is nothing to add
 * @param transientFault whether Graph says that it would pass
 */
record GraphError(int code, String title, @Nullable String details, boolean transientFault) {

    private static final Pattern CODE = Pattern.compile("^\\(#\\d+\\)\\s*");
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(Integer.MAX_VALUE);

    /** The error in the body; empty when there is none in Meta's form. */
    static Optional<GraphError> of(JsonNode body) {
        JsonNode error = body.get("error");
        return error != null && error.isObject()
                ? code(error.get("code"))
                        .map(code -> new GraphError(code, title(error, code), details(error), isTrue(error.get("is_transient"))))
                : Optional.empty();
    }

    Failure failure() {
        return new Failure(Integer.toString(code), title, details);
    }

    /** Compares before it looks at the digits: a hostile exponent is never written out. */
    private static Optional<Integer> code(@Nullable JsonNode node) {
        if (node == null || !node.isNumber()) {
            return Optional.empty();
        }
        BigDecimal number = JsonTrees.number(node);
        return number.signum() >= 0
                        && number.compareTo(HIGHEST) <= 0
                        && number.stripTrailingZeros().scale() <= 0
                ? Optional.of(number.intValue())
                : Optional.empty();
    }

    private static String title(JsonNode error, int code) {
        String message = Members.text(error, "message");
        String title = message == null ? "" : CODE.matcher(message).replaceFirst("").strip();
        return title.isEmpty() ? "Error " + code : title;
    }

    private static @Nullable String details(JsonNode error) {
        String details = Members.text(error.get("error_data"), "details");
        return details == null ? Members.text(error, "error_user_msg") : details;
    }

    private static boolean isTrue(@Nullable JsonNode node) {
        return node != null && node.isBoolean() && node.getBooleanValue();
    }
}
