package io.stele.server.api.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.stele.core.refusal.Rejection;
import io.stele.server.http.Refusal;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OperatorFlavourTest {

    private final OperatorFlavour flavour = new OperatorFlavour();

    @ParameterizedTest
    @CsvSource({
        "/operator, true",
        "/operator/projects, true",
        "/health, true",
        "/openapi/zavu.yml, true",
        "/operators, false",
        "/v1/messages, false",
        "/, false"
    })
    void speaksForTheOperatorsPaths(String path, boolean serves) {
        assertThat(flavour.serves(path)).isEqualTo(serves);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(new Refusal.ByDomain(new Rejection.WindowClosed()), 400, "window_closed"),
                Arguments.of(new Refusal.ByDomain(new Rejection.MarketingStopped()), 400, "marketing_stopped"),
                Arguments.of(new Refusal.ByDomain(new Rejection.Overloaded(Duration.ZERO)), 503, "overloaded"),
                Arguments.of(new Refusal.ByDomain(new Rejection.NotYetHere(Duration.ZERO)), 503, "not_yet_here"),
                Arguments.of(new Refusal.BadField("name", "must be a string"), 400, "invalid_request"),
                Arguments.of(new Refusal.BadBody("The body is empty"), 400, "invalid_request"),
                Arguments.of(new Refusal.KeyMissing(), 401, "unauthorized"),
                Arguments.of(new Refusal.KeyRefused(), 401, "unauthorized"),
                Arguments.of(new Refusal.UnknownPath("/operator/x"), 404, "not_found"),
                Arguments.of(new Refusal.WrongMethod("GET", Set.of("POST")), 405, "method_not_allowed"),
                Arguments.of(new Refusal.WrongContentType("text/plain"), 415, "unsupported_media_type"),
                Arguments.of(new Refusal.WrongContentCoding("gzip"), 415, "unsupported_media_type"),
                Arguments.of(new Refusal.BodyTooLarge(1), 413, "body_too_large"),
                Arguments.of(new Refusal.NotOffered("Billing"), 501, "not_offered"),
                Arguments.of(new Refusal.TooMany(Duration.ofSeconds(2)), 429, "rate_limited"),
                Arguments.of(new Refusal.Fault(), 500, "internal_error"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void rendersEachRefusalFlat(Refusal refusal, int status, String code) {
        MutableHttpResponse<?> response = flavour.render(refusal, HttpRequest.GET("/operator/projects"));

        assertThat(response.code()).isEqualTo(status);
        assertThat(response.body()).extracting("code").isEqualTo(code);
        assertThat(response.body()).extracting("message").asString().endsWith(".");
    }

    static Stream<Refusal> waits() {
        Duration wait = Duration.ofMillis(2001);
        return Stream.of(new Refusal.TooMany(wait), new Refusal.ByDomain(new Rejection.Overloaded(wait)));
    }

    @ParameterizedTest
    @MethodSource("waits")
    void whoeverIsToWaitIsToldHowLong(Refusal refusal) {
        assertThat(flavour.render(refusal, HttpRequest.GET("/operator/projects")).getHeaders().get("Retry-After"))
                .isEqualTo("3");
    }
}
