package io.stele.server.api.kapso;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.stele.server.http.Refusal;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Kapso has and this server has not is said so, on every path and method of the contract. */
class OtherFamiliesTest {

    private final KapsoApi api = new KapsoApi();

    @ParameterizedTest
    @MethodSource("calls")
    void isAnsweredAsNotOffered(String method, String path) {
        HttpRequest<?> request = HttpRequest.create(HttpMethod.valueOf(method), path);

        MutableHttpResponse<?> response = api.render(new Refusal.UnknownPath(path), request);

        assertThat(response.code()).isEqualTo(501);
        assertThat(api.serves(path)).isTrue();
    }

    static Stream<Arguments> calls() {
        return OtherFamilies.PATHS.entrySet().stream().flatMap(entry -> entry.getValue().stream()
                .map(method -> Arguments.of(method, filled(entry.getKey()))));
    }

    @ParameterizedTest
    @MethodSource("servedInPart")
    void aMethodThatOnlyKapsoHasIsNotOffered(String method, String path) {
        HttpRequest<?> request = HttpRequest.create(HttpMethod.valueOf(method), path);

        assertThat(api.render(new Refusal.WrongMethod(method, Set.of("GET")), request).code()).isEqualTo(501);
    }

    static Stream<Arguments> servedInPart() {
        return Stream.of(
                Arguments.of("POST", "/platform/v1/whatsapp/contacts"),
                Arguments.of("DELETE", "/platform/v1/whatsapp/contacts/15551234567"),
                Arguments.of("PATCH", "/platform/v1/whatsapp/phone_numbers/1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/meta/whatsapp/v24.0/1/nothing",
                "/meta/whatsapp/nothing/1/media",
                "/platform/v1/nothing",
                "/platform/v1/whatsapp/nothing",
            })
    void whatNobodyHasIsUnknown(String path) {
        assertThat(api.render(new Refusal.UnknownPath(path), HttpRequest.GET(path)).code()).isEqualTo(404);
    }

    private static String filled(String template) {
        return template.replace("{version:v[0-9]+[.][0-9]+}", "v24.0")
                .replace("{rest:.*}", "a/b")
                .replaceAll("\\{[a-zA-Z]+}", "123");
    }
}
