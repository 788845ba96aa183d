package io.stele.server.fuzz;

import io.stele.server.ApiDocuments;
import io.stele.server.ApiDocuments.Call;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with an answer, whatever was asked. */
final class Verdict {

    /** Of a stack trace, of a class, of SQL, of a file of the machine. */
    private static final Pattern INSIDE = Pattern.compile(
            "\\b(?:java|javax|jdk|kotlin|reactor|io\\.(?:stele|micronaut|netty|r2dbc)|org\\.(?:h2|postgresql|slf4j)|com\\.(?:zaxxer|fasterxml|sun)|tools\\.jackson)"
                    + "\\.[a-zA-Z]+\\.|[a-z]Exception\\b(?!\")|\\bat [a-z]+\\.[a-z.]+\\(|Caused by|SQLSTATE|Syntax error in SQL|duplicate key value|violates |_links");

    /** Of each document, the shapes in which it tells an error. */
    private static final Map<String, List<String>> ENVELOPES = Map.of(
            "zavu", List.of("Error"),
            "chirp", List.of("ErrorEnvelope"),
            "kapso", List.of("GraphErrorResponse", "ErrorResponse", "OffsetLimitResponse"),
            "stele", List.of("Problem", "Expired"));

    private static final Set<Integer> EXCUSED = Set.of(501, 503);

    private Verdict() {}

    /** Empty when nothing is wrong. */
    static Optional<String> on(Call call, RawRequest request, RawAnswer answer) {
        if (answer.status() == 0) {
            return isFramed(request) ? Optional.of("the connection was closed without a word") : Optional.empty();
        }
        if (answer.status() >= 500 && !EXCUSED.contains(answer.status()) && !ApiDocuments.ALL.knows(call.method(), call.template(), answer.status())
                || answer.status() == 500) {
            return Optional.of("a fault of the server's");
        }
        Matcher inside = INSIDE.matcher(answer.body());
        if (inside.find()) {
            return Optional.of("the inside shows: " + inside.group());
        }
        return answer.status() < 400 ? Optional.empty() : envelope(call, request, answer);
    }

    /** Whether it can be told where the request ends, so that it has to be answered. */
    private static boolean isFramed(RawRequest request) {
        return request.framed() != RawRequest.Framing.GIVEN
                && request.version().equals("HTTP/1.1")
                && request.headers().stream().noneMatch(header -> header.name().matches("(?i)transfer-encoding|content-length|upgrade|connection|expect|.*[^!-~].*"));
    }

    private static Optional<String> envelope(Call call, RawRequest request, RawAnswer answer) {
        if (request.method().equals("HEAD") && request.version().startsWith("HTTP/1.")) {
            return answer.body().isEmpty() ? Optional.empty() : Optional.of("an answer to HEAD has a body");
        }
        if (answer.status() == 304 || answer.status() == 416) {
            return Optional.empty();
        }
        String type = answer.headers().getOrDefault("content-type", "");
        if (!type.startsWith("application/json")) {
            return Optional.of("the error is of the type " + type);
        }
        boolean stays = request.version().equals("HTTP/1.1") && (request.path() + "/").startsWith(root(call.template()));
        boolean isOne = ENVELOPES.entrySet().stream()
                .filter(envelopes -> !stays || envelopes.getKey().equals(call.document()))
                .anyMatch(envelopes -> envelopes.getValue().stream()
                        .anyMatch(shape -> ApiDocuments.ALL.is(envelopes.getKey(), shape, answer.body())));
        return isOne ? Optional.empty() : Optional.of("the error is not in the envelope of " + call.document());
    }

    private static String root(String template) {
        int variable = template.indexOf('{');
        return variable < 0 ? template + "/" : template.substring(0, variable);
    }
}
