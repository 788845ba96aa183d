package io.stele.graphstub.check;

import io.stele.graphstub.http.Answer;
import io.stele.graphstub.json.Json;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request that Meta does not take, with the error it gives for it. */
public final class Refusal extends RuntimeException {

    private final transient GraphError error;

    public Refusal(GraphError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    public GraphError error() {
        return error;
    }

    /** Code 100: something about the request's shape. The message is given without its code. */
    public static Refusal parameter(String message) {
        return new Refusal(new GraphError(400, 100, null, "OAuthException", "(#100) " + message, null));
    }

    /** Code 100 with a general message and a sentence that says more. */
    public static Refusal invalid(String details) {
        return new Refusal(new GraphError(400, 100, null, "OAuthException", "(#100) Invalid parameter", details));
    }

    /** Code 131008. */
    public static Refusal missing(String details) {
        return of(400, 131008, "Required parameter is missing", details);
    }

    /** Code 131009. */
    public static Refusal value(String details) {
        return of(400, 131009, "Parameter value is not valid", details);
    }

    public static Refusal of(int status, int code, String title, String details) {
        return new Refusal(new GraphError(
                status, code, null, "OAuthException", "(#" + code + ") " + title, details));
    }

    /** The token is none that this stand-in knows. */
    public static Refusal token() {
        return new Refusal(new GraphError(
                401, 190, null, "OAuthException", "Invalid OAuth access token - Cannot parse access token", null));
    }

    /** The object is not there, or not for this token. */
    public static Refusal object(String verb, String id) {
        return new Refusal(new GraphError(
                400,
                100,
                33,
                "GraphMethodException",
                "Unsupported " + verb + " request. Object with ID '" + id
                        + "' does not exist, cannot be loaded due to missing permissions, or does not support this operation",
                null));
    }

    /**
     * An error as the Graph API writes it.
     *
     * @param details the sentence in {@code error_data}; null leaves that member out
     */
    public record GraphError(
            int status, int code, @Nullable Integer subcode, String type, String message, @Nullable String details) {

        public Answer answer() {
            Answer answer = Answer.json(status, Map.of("error", body()));
            return status == 401
                    ? answer.with("WWW-Authenticate", "OAuth \"Facebook Platform\" \"invalid_token\" \"" + message + "\"")
                    : answer;
        }

        private Map<String, Object> body() {
            return Json.members(
                    "message", message,
                    "type", type,
                    "code", code,
                    "error_subcode", subcode,
                    "error_data",
                            details == null
                                    ? null
                                    : Json.members("messaging_product", "whatsapp", "details", details),
                    "fbtrace_id", "A" + UUID.randomUUID().toString().replace("-", "").substring(0, 22));
        }
    }
}
