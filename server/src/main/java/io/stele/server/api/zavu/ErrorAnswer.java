package io.stele.server.api.zavu;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.FieldPath;
import io.stele.contracts.zavu.ZavuError;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An error as it goes out: Zavu's flat envelope with its status and headers (contract §1.5).
 *
 * @param headers by name
 */
record ErrorAnswer(HttpStatus status, ZavuError error, Map<String, String> headers) {

    private static final String SHOULD_RETRY = "x-should-retry";

    static ErrorAnswer of(HttpStatus status, String code, String message) {
        return new ErrorAnswer(status, new ZavuError(code, message, null), Map.of());
    }

    /** A request of which one member, or one query parameter, is wrong. */
    static ErrorAnswer at(FieldPath path, String reason) {
        return at(path, reason, path + " " + reason + ".");
    }

    /** The same, with a sentence of its own. */
    static ErrorAnswer at(FieldPath path, String reason, String message) {
        Map<String, JsonNode> error = new LinkedHashMap<>();
        error.put("path", JsonNode.createArrayNode(path.steps().stream().map(ErrorAnswer::step).toList()));
        error.put("message", JsonNode.createStringNode(reason));
        return of(HttpStatus.BAD_REQUEST, "invalid_request", message)
                .with("errors", JsonNode.createArrayNode(List.of(JsonNode.createObjectNode(error))));
    }

    /** The same with one more member of its details. */
    ErrorAnswer with(String name, JsonNode value) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        if (error.details() != null) {
            error.details().entries().forEach(entry -> members.put(entry.getKey(), entry.getValue()));
        }
        members.put(name, value);
        return new ErrorAnswer(
                status, new ZavuError(error.code(), error.message(), JsonNode.createObjectNode(members)), headers);
    }

    /** The same for a request that would be refused however often it came. Zavu's clients repeat some statuses by themselves. */
    ErrorAnswer notToBeRepeated() {
        return withHeader(SHOULD_RETRY, "false");
    }

    ErrorAnswer withRetryAfter(Duration wait) {
        return withHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds(wait)));
    }

    ErrorAnswer withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ErrorAnswer(status, error, more);
    }

    MutableHttpResponse<ZavuError> toResponse() {
        MutableHttpResponse<ZavuError> response =
                HttpResponse.<ZavuError>status(status).contentType(MediaType.APPLICATION_JSON_TYPE);
        headers.forEach(response::header);
        return response.body(error);
    }

    /** Whole seconds, rounded up, so that whoever waits so long has waited long enough. */
    static long seconds(Duration wait) {
        return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }

    private static JsonNode step(FieldPath.Step step) {
        return switch (step) {
            case FieldPath.Member(String name) -> JsonNode.createStringNode(name);
            case FieldPath.Element(int position) -> JsonNode.createNumberNode(position);
        };
    }
}
