package io.stele.server.api.chirp;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.stele.core.project.KeyKind;
import io.stele.server.http.RateLimit;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChirpApiTest {

    private final ChirpApi api = new ChirpApi();

    @ParameterizedTest
    @CsvSource({
        "/v1/whatsapp/messages, true",
        "/v1/organization/whatsapp/messages, true",
        "/v1/playground/whatsapp/inbound, true",
        "/v1/media/med_1, true",
        "/v1/webhooks, true",
        "/v1/sms, true",
        "/v1/phone-numbers/ph_1, true",
        "/v1/calls, true",
        "/v1/functions, true",
        "/v1/messages, false",
        "/v1/whatsappy, false",
        "/v1/callsign, false",
        "/, false",
    })
    void theApiServesItsOwnPaths(String path, boolean served) {
        assertThat(api.serves(path)).isEqualTo(served);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/phone-numbers, true",
        "/v1/calls/call_1/commands, true",
        "/v1/functions, true",
        "/v1/whatsapp/messages, false",
        "/v1/organization/phone-numbers, false",
        "/v1/messages, false",
    })
    void whatZavuHasTooIsShared(String path, boolean shared) {
        assertThat(api.shares(path)).isEqualTo(shared);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/organization, CHIRP_ADMIN",
        "/v1/organization/whatsapp/messages, CHIRP_ADMIN",
        "/v1/whatsapp/messages, CHIRP_APP",
        "/v1/playground/whatsapp/inbound, CHIRP_APP",
        "/v1/organizations, CHIRP_APP",
    })
    void eachPathTakesOneKindOfKey(String path, KeyKind kind) {
        assertThat(api.kinds(path)).containsExactly(kind);
    }

    @Test
    void theRateIsToldInUnixSeconds() {
        MutableHttpResponse<?> response = HttpResponse.ok();

        api.describe(
                new RateLimit.Standing(
                        100, 99, Instant.ofEpochSecond(1_772_442_960), Duration.ofSeconds(10), true),
                response);

        assertThat(response.getHeaders().get("X-RateLimit-Limit")).isEqualTo("100");
        assertThat(response.getHeaders().get("X-RateLimit-Remaining")).isEqualTo("99");
        assertThat(response.getHeaders().get("X-RateLimit-Reset")).isEqualTo("1772442960");
    }
}
