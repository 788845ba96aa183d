package io.stele.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.server.Answer;
import io.stele.server.OnH2;
import io.stele.server.RunningStele;
import io.stele.server.Tenant;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** With {@code STELE_RATE_LIMIT} set, each key has so many requests a minute, and is told so in its API's own way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RateLimitTest implements OnH2 {

    /** Enough that a minute's end within a test does not matter: the window before it was not used up. */
    private static final int LIMIT = 4;

    private RunningStele stele;

    @BeforeAll
    void start(@TempDir Path directory) {
        Map<String, String> environment = new HashMap<>(database(directory));
        environment.put("STELE_RATE_LIMIT", String.valueOf(LIMIT));
        stele = RunningStele.start(environment, directory);
    }

    @AfterAll
    void stop() {
        stele.close();
    }

    /** Asks until the limit is passed, at most two windows long. */
    private List<Answer> untilRefused(String path, String key) {
        return IntStream.range(0, 2 * LIMIT + 2)
                .mapToObj(i -> stele.http()
                        .send("GET", path, Map.of("Authorization", "Bearer " + key, "X-API-Key", key), null))
                .toList();
    }

    private static Answer refused(List<Answer> answers) {
        return answers.stream().filter(answer -> answer.status() == 429).findFirst().orElseThrow();
    }

    private static String header(Answer answer, String name) {
        return answer.headers().firstValue(name).orElseThrow(() -> new AssertionError(name + " is missing"));
    }

    @Test
    void zavu_says_when_in_milliseconds_and_how_long_in_seconds() {
        List<Answer> answers = untilRefused("/v1/me", stele.tenant().zavu());

        Answer first = answers.getFirst();
        assertThat(first.status()).isEqualTo(200);
        assertThat(header(first, "X-RateLimit-Limit")).isEqualTo(String.valueOf(LIMIT));
        assertThat(header(first, "X-RateLimit-Remaining")).isEqualTo(String.valueOf(LIMIT - 1));
        assertThat(header(first, "X-RateLimit-Reset")).hasSize(13);
        Answer refused = refused(answers);
        assertThat(refused.string("code")).isEqualTo("rate_limited");
        assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(0, 60);
        assertThat(header(refused, "X-RateLimit-Remaining")).isEqualTo("0");
        assertThat(refused.at("details", "retryAfter").isNumber()).isTrue();
    }

    @Test
    void kapso_answers_flat_on_both_surfaces() {
        List<Answer> answers = untilRefused("/platform/v1/whatsapp/phone_numbers", stele.tenant().kapso());

        Answer refused = refused(answers);
        assertThat(refused.string("error")).isEqualTo("Rate limit exceeded");
        assertThat(header(refused, "X-RateLimit-Remaining")).isEqualTo("0");
        assertThat(header(refused, "Retry-After")).isNotBlank();
        assertThat(header(answers.getFirst(), "X-RateLimit-Limit")).isEqualTo(String.valueOf(LIMIT));
    }

    @Test
    void chirp_says_when_in_seconds() {
        List<Answer> answers = untilRefused("/v1/organization/whatsapp/messages", stele.tenant().chirpAdmin());

        assertThat(header(answers.getFirst(), "X-RateLimit-Reset")).hasSize(10);
        Answer refused = refused(answers);
        assertThat(refused.string("error", "code")).isEqualTo("rate_limit_exceeded");
        assertThat(refused.string("error", "type")).isEqualTo("invalid_request_error");
        assertThat(header(refused, "Retry-After")).isNotBlank();
    }

    @Test
    void the_sandbox_says_how_long_in_seconds() {
        Answer refused = refused(untilRefused("/sandbox/inbound", stele.tenant().chirpTest()));

        assertThat(refused.string("code")).isEqualTo("rate_limited");
        assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(1, 60);
        assertThat(header(refused, "X-RateLimit-Remaining")).isEqualTo("0");
    }

    @Test
    void a_download_counts_against_the_key_that_asked_for_its_link() {
        Tenant tenant = stele.found("Third");
        Answer sent = stele.http().post(
                        "/v1/messages",
                        tenant.zavu(),
                        "{\"to\":\"ada@example.com\",\"subject\":\"S\",\"text\":\"T\","
                                + "\"attachments\":[{\"filename\":\"a.txt\",\"content\":\"YQ==\"}]}");
        Answer files = stele.http().get(
                        "/v1/messages/" + sent.string("message", "id") + "/attachments", tenant.zavu());
        String link = URI.create(files.string("items", 0, "downloadUrl")).getPath();

        List<Answer> answers = untilRefused(link, "");

        assertThat(answers.getFirst().status()).isEqualTo(200);
        assertThat(header(answers.getFirst(), "X-RateLimit-Limit")).isEqualTo(String.valueOf(LIMIT));
        Answer refused = refused(answers);
        assertThat(refused.string("code")).isEqualTo("rate_limited");
        assertThat(header(refused, "X-RateLimit-Remaining")).isEqualTo("0");
    }

    @Test
    void one_key_s_use_is_not_another_s() {
        untilRefused("/v1/me", stele.other().zavu());

        assertThat(stele.http().get("/v1/me", stele.other().zavuTest()).status()).isEqualTo(200);
    }
}
