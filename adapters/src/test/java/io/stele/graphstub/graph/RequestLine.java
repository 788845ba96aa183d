package io.stele.graphstub.graph;

import io.stele.graphstub.check.Recipient;
import io.stele.graphstub.check.Refusal.GraphError;
import io.stele.graphstub.fault.Fault;
import io.stele.graphstub.graph.Passed.Taken;
import io.stele.graphstub.json.Json;
import io.stele.graphstub.json.NotJsonException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the ledger says of a request. A token is never written, only whether it was right. */
final class RequestLine {

    private RequestLine() {}

    static Map<String, Object> refused(GraphRequest request, Numbers numbers, String endpoint, GraphError error) {
        Map<String, Object> line = line(request, numbers, endpoint, "refused");
        line.put(
                "reason",
                Json.members(
                        "status", error.status(),
                        "code", error.code(),
                        "message", error.message(),
                        "details", error.details()));
        return line;
    }

    static Map<String, Object> faulted(GraphRequest request, Numbers numbers, Passed passed, Fault fault) {
        Map<String, Object> line = line(request, numbers, passed.endpoint(), "faulted");
        line.put("fault", fault.members());
        return line;
    }

    static Map<String, Object> taken(
            GraphRequest request, Numbers numbers, Passed passed, Taken taken, @Nullable Fault fault) {
        Map<String, Object> line = line(request, numbers, passed.endpoint(), taken.verdict());
        line.putAll(taken.notes());
        if (fault != null) {
            line.put("fault", fault.members());
        }
        return line;
    }

    private static Map<String, Object> line(GraphRequest request, Numbers numbers, String endpoint, String verdict) {
        Map<String, Object> line = Json.members(
                "kind", "request",
                "endpoint", endpoint,
                "method", request.head().method(),
                "path", request.head().path(),
                "query", request.head().query().isEmpty() ? null : request.head().query(),
                "headers", headers(request),
                "token", token(request, numbers));
        if (isText(request)) {
            line.put("body", new String(request.body(), StandardCharsets.UTF_8));
            message(request.body(), line);
        } else {
            line.put("body_bytes", request.body().length);
        }
        line.put("verdict", verdict);
        return line;
    }

    private static void message(byte[] body, Map<String, Object> line) {
        try {
            if (Json.read(body) instanceof Map<?, ?> parameters) {
                String recipient = Recipient.idOf(
                        parameters.get("to") == null ? parameters.get("recipient") : parameters.get("to"));
                if (recipient != null) {
                    line.put("recipient", recipient);
                }
                if (parameters.get("biz_opaque_callback_data") instanceof String data) {
                    line.put("biz_opaque_callback_data", data);
                }
            }
        } catch (NotJsonException e) {
            // The body stands in the line as it came; there is nothing more to say of it.
        }
    }

    private static Map<String, Object> headers(GraphRequest request) {
        Map<String, Object> headers = new LinkedHashMap<>(request.head().headers());
        headers.computeIfPresent("authorization", (_, _) -> request.token() == null ? "..." : "Bearer ...");
        return headers;
    }

    private static String token(GraphRequest request, Numbers numbers) {
        if (request.token() == null) {
            return "absent";
        }
        return numbers.isToken(request.token()) ? "right" : "wrong";
    }

    private static boolean isText(GraphRequest request) {
        String type = request.head().header("Content-Type");
        return type == null || !type.startsWith("multipart/");
    }
}
