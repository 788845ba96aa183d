package io.stele.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static final byte[] BODY = "{\"text\":\"Hi\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER_BODY = "{\"text\":\"Ho\"}".getBytes(StandardCharsets.UTF_8);

    @Test
    void itIsAHashInHexadecimal() {
        assertThat(of(post("/v1/messages"), BODY)).matches("[0-9a-f]{64}");
        assertThat(of(post("/v1/messages"), null)).matches("[0-9a-f]{64}");
    }

    @Test
    void theSameRequestHasTheSame() {
        assertThat(of(post("/v1/messages").header("Sender", "a"), BODY))
                .isEqualTo(of(post("/v1/messages").header("sender", "a").header("Date", "now"), BODY));
    }

    @Test
    void aHeaderThatIsLeftOutMakesNoDifference() {
        assertThat(of(post("/v1/messages").header("Sender", ""), BODY)).isEqualTo(of(post("/v1/messages"), BODY));
    }

    @Test
    void whateverSaysWhatIsWantedTellsRequestsApart() {
        assertThat(List.of(
                        of(post("/v1/messages"), BODY),
                        of(post("/v1/messages"), OTHER_BODY),
                        of(post("/v1/messages"), null),
                        of(post("/v1/calls"), BODY),
                        of(HttpRequest.PUT("/v1/messages", ""), BODY),
                        of(post("/v1/messages").header("Sender", "a"), BODY),
                        of(post("/v1/messages").header("Sender", "b"), BODY)))
                .doesNotHaveDuplicates();
    }

    private static MutableHttpRequest<?> post(String path) {
        return HttpRequest.POST(path, "");
    }

    private static String of(HttpRequest<?> request, byte[] body) {
        return Fingerprint.of(request, body, "Sender");
    }
}
