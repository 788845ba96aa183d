package io.stele.server.api.chirp;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.stele.server.http.Refusal;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OtherFamiliesTest {

    static Stream<Arguments> table() {
        return OtherFamilies.PATHS.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(method -> Arguments.of(method, entry.getKey().replaceAll("\\{\\w+}", "some-id"))));
    }

    @ParameterizedTest
    @MethodSource("table")
    void aFamilyThatIsNotSpokenIsNotOfferedRatherThanUnknown(String method, String path) {
        HttpRequest<?> request = HttpRequest.create(HttpMethod.valueOf(method), path);

        assertThat(OtherFamilies.UNSERVED.insteadOf(new Refusal.UnknownPath(path), request))
                .isEqualTo(new Refusal.NotOffered(method + " " + path));
        assertThat(OtherFamilies.UNSERVED.insteadOf(new Refusal.WrongMethod(method, Set.of("GET")), request))
                .isEqualTo(new Refusal.NotOffered(method + " " + path));
    }

    @ParameterizedTest
    @MethodSource("table")
    void everyPathOfTheTableIsChirps(String method, String path) {
        assertThat(new ChirpApi().serves(path)).as(method).isTrue();
    }

    @Test
    void aMethodThatAKnownPathDoesNotTakeIsWrong() {
        assertThat(OtherFamilies.UNSERVED.insteadOf(new Refusal.UnknownPath("/v1/webhooks"), HttpRequest.DELETE("/v1/webhooks")))
                .isEqualTo(new Refusal.WrongMethod("DELETE", Set.of("GET", "POST")));
    }

    @Test
    void aPathThatIsSpokenInPartTakesTheMethodsOfBothParts() {
        assertThat(OtherFamilies.UNSERVED.insteadOf(
                        new Refusal.WrongMethod("PATCH", Set.of("GET")),
                        HttpRequest.PATCH("/v1/organization/whatsapp/phone-numbers", "")))
                .isEqualTo(new Refusal.WrongMethod("PATCH", Set.of("GET", "POST")));
    }

    @Test
    void whatIsInNoFamilyStaysUnknown() {
        Refusal unknown = new Refusal.UnknownPath("/v1/whatsapp/parrots");

        assertThat(OtherFamilies.UNSERVED.insteadOf(unknown, HttpRequest.GET("/v1/whatsapp/parrots"))).isEqualTo(unknown);
    }
}
