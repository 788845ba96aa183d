package io.stele.server.api.zavu;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.stele.server.Answer;
import io.stele.server.RunningStele;
import io.stele.server.SteleServerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;

/** Base of the tests of what is refused: a customer who has written in, messages to and from them, and how a refusal looks. */
abstract class ZavuRefusalsTest extends SteleServerTest {

    private String customer = "";
    private String inbound = "";
    private String sms = "";
    private String outbound = "";

    @BeforeAll
    void somebodyHasWritten() {
        customer = RunningStele.newCustomer();
        inbound = stele().writeIn(customer);
        outbound = sent("{\"to\":\"" + customer + "\",\"channel\":\"whatsapp\",\"text\":\"Hi\"}");
        sms = sent("{\"to\":\"" + customer + "\",\"channel\":\"sms\",\"text\":\"Hi\"}");
    }

    private String sent(String body) {
        return http().post("/v1/messages", tenant().zavu(), body).string("message", "id");
    }

    /** It is refused with its status and code, and by the name of the member that is wrong. */
    final void assertRefused(Refused refused) {
        Answer answer = call(refused, headers(tenant().zavu(), "application/json"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(refused.status());
        isEnvelope(answer, refused.code());
        assertThat(path(answer)).as(answer.text()).isEqualTo(steps(refused.at()));
    }

    final Answer call(Refused refused, Map<String, String> headers) {
        String body = refused.body() == null ? null : filled(refused.body().replace('\'', '"'));
        return http().send(refused.method(), filled(refused.path()), headers, body);
    }

    private String filled(String text) {
        return text.replace("$customer", customer)
                .replace("$stranger", RunningStele.newCustomer())
                .replace("$inbound", inbound)
                .replace("$outbound", outbound)
                .replace("$sms", sms);
    }

    static Map<String, String> headers(String key, String contentType) {
        return Map.of("Authorization", "Bearer " + key, "Content-Type", contentType);
    }

    /** Flat, with nothing of the framework or of Java in it. */
    static void isEnvelope(Answer answer, String code) {
        assertThat(answer.string("code")).as(answer.text()).isEqualTo(code);
        assertThat(answer.string("message")).isNotBlank();
        Set<String> members = StreamSupport.stream(answer.body().entries().spliterator(), false)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertThat(members).isSubsetOf("code", "message", "details");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.text()).doesNotContain("io.stele", "micronaut", "Exception", "java.");
    }

    /** The steps of the first wrong member's path; empty when none is named. */
    static List<Object> path(Answer answer) {
        JsonNode steps = answer.at("details", "errors", 0, "path");
        List<Object> path = new ArrayList<>();
        for (JsonNode step : steps.isArray() ? steps.values() : List.<JsonNode>of()) {
            path.add(step.isNumber() ? step.getIntValue() : step.getStringValue());
        }
        return path;
    }

    /** The steps of a path as the tables write one: {@code content.buttons[0].title}. */
    private static List<Object> steps(@Nullable String path) {
        List<Object> steps = new ArrayList<>();
        for (String step : path == null ? new String[0] : path.split("\\.|(?=\\[)")) {
            steps.add(step.startsWith("[") ? Integer.valueOf(step.substring(1, step.length() - 1)) : step);
        }
        return steps;
    }
}
