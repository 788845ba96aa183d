package io.stele.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpResponse;
import io.stele.core.message.Failure;
import io.stele.core.refusal.Rejection;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OwnEnvelopeTest {

    @Test
    void aProvidersRefusalIsNoneOfOurs() {
        HttpResponse<?> response = OwnEnvelope.of(new Refusal.ByDomain(
                new Rejection.ProviderRefused(new Failure("131009", "Parameter value is not valid", null))));

        assertThat(response.code()).isEqualTo(502);
        assertThat(response.body()).isEqualTo(new OwnEnvelope.Problem("provider_refused", "Parameter value is not valid."));
    }

    @Test
    void aProviderThatIsAwayIsWaitedFor() {
        HttpResponse<?> response = OwnEnvelope.of(
                new Refusal.ByDomain(new Rejection.ProviderUnavailable(Duration.ofMillis(1500))));

        assertThat(response.code()).isEqualTo(502);
        assertThat(response.body())
                .isEqualTo(new OwnEnvelope.Problem("provider_unavailable", "The provider cannot be reached."));
        assertThat(response.getHeaders().get("Retry-After")).isEqualTo("2");
    }
}
