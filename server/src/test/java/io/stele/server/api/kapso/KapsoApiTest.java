package io.stele.server.api.kapso;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.stele.server.http.RateLimit;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KapsoApiTest {

    private final KapsoApi api = new KapsoApi();

    @ParameterizedTest
    @CsvSource({
        "/meta/whatsapp/v23.0/1/messages, true",
        "/meta/whatsapp, true",
        "/platform/v1/whatsapp/messages, true",
        "/platform/v1, true",
        "/meta/whatsapps, false",
        "/platform/v10/x, false",
        "/v1/messages, false",
    })
    void servesItsTwoSurfaces(String path, boolean serves) {
        assertThat(api.serves(path)).isEqualTo(serves);
    }

    @ParameterizedTest
    @CsvSource({
        "/meta/whatsapp/v23.0/1/messages, kp_a, , kp_a",
        "/meta/whatsapp/v23.0/1/messages, , Bearer kp_b, kp_b",
        "/meta/whatsapp/v23.0/1/messages, kp_a, Bearer kp_b, kp_a",
        "/platform/v1/whatsapp/messages, kp_a, Bearer kp_b, kp_a",
        "/platform/v1/whatsapp/messages, , Bearer kp_b, ",
        "/platform/v1/whatsapp/messages, , , ",
    })
    void takesItsKeyFromItsHeaders(
            String path, @Nullable String header, @Nullable String authorization, @Nullable String key) {
        MutableHttpRequest<?> request = HttpRequest.GET(path);
        if (header != null) {
            request.header("X-API-Key", header);
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }

        assertThat(api.key(request).orElse(null)).isEqualTo(key);
    }

    @Test
    void theRateIsToldInTwoHeaders() {
        MutableHttpResponse<?> response = HttpResponse.ok();

        api.describe(new RateLimit.Standing(100, 7, Instant.EPOCH, Duration.ofSeconds(9), true), response);

        assertThat(response.getHeaders().get("X-RateLimit-Limit")).isEqualTo("100");
        assertThat(response.getHeaders().get("X-RateLimit-Remaining")).isEqualTo("7");
    }
}
