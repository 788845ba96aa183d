package io.stele.server.api.zavu;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.stele.core.project.KeyKind;
import io.stele.server.http.RateLimit;
import io.stele.server.http.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZavuApiTest {

    private final ZavuApi api = new ZavuApi();

    @ParameterizedTest
    @CsvSource({
        "/v1,true", "/v1/messages,true", "/v1/contacts/phone/+15550102233,true", "/v2/messages,true",
        "/v10/messages,false", "/meta/whatsapp/v23.0/1/messages,false", "/health,false", "/,false"
    })
    void whatStandsUnderItsVersionsIsZavus(String path, boolean served) {
        assertThat(api.serves(path)).isEqualTo(served);
    }

    @Test
    void onlyZavuKeysOpenItAndOnlyLinksToFilesNeedNone() {
        assertThat(api.kinds("/v1/messages")).containsExactly(KeyKind.ZAVU);
        assertThat(api.recognises("zv_live_x")).isTrue();
        assertThat(api.recognises("sk_admin_x")).isFalse();
        assertThat(api.isOpen("/v1/files/abc")).isTrue();
        assertThat(api.isOpen("/v1/messages")).isFalse();
        assertThat(api.key(HttpRequest.GET("/v1/me").bearerAuth("zv_live_x"))).contains("zv_live_x");
    }

    @Test
    void aKnownPathWithAnotherMethodIsAWrongMethod() {
        MutableHttpResponse<?> response =
                api.render(new Refusal.UnknownPath("/v1/templates"), HttpRequest.PUT("/v1/templates", ""));

        assertThat(response.code()).isEqualTo(405);
        assertThat(response.getHeaders().get("Allow")).isEqualTo("GET, POST");
    }

    @Test
    void aPathThatNobodyHasIsUnknown() {
        assertThat(api.render(new Refusal.UnknownPath("/v1/poetry"), HttpRequest.GET("/v1/poetry"))
                        .code())
                .isEqualTo(404);
    }

    @Test
    void theRateIsToldWithItsResetInMilliseconds() {
        MutableHttpResponse<?> response = HttpResponse.ok();

        api.describe(
                new RateLimit.Standing(600, 12, Instant.ofEpochSecond(1_700_000_040), Duration.ofSeconds(9), true),
                response);

        assertThat(response.getHeaders().names())
                .containsAll(Set.of("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"));
        assertThat(response.getHeaders().get("X-RateLimit-Limit")).isEqualTo("600");
        assertThat(response.getHeaders().get("X-RateLimit-Remaining")).isEqualTo("12");
        assertThat(response.getHeaders().get("X-RateLimit-Reset")).isEqualTo("1700000040000");
    }
}
