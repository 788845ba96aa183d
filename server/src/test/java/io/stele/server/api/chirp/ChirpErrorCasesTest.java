package io.stele.server.api.chirp;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.stele.server.Answer;
import io.stele.server.RunningStele;
import io.stele.server.SteleServerTest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;

/** Base of the tests of bad requests: every one is answered with Chirp's status in Chirp's envelope. */
abstract class ChirpErrorCasesTest extends SteleServerTest {

    static final String SEND = "POST /v1/whatsapp/messages";
    static final String TEMPLATE_SEND = "POST /v1/whatsapp/templates/send";
    static final String READ = "POST /v1/whatsapp/messages/read";
    static final String TYPING = "POST /v1/whatsapp/messages/typing";
    static final String PLAYGROUND = "POST /v1/playground/whatsapp/inbound";
    static final String MESSAGES = "GET /v1/whatsapp/messages";
    static final String ALL_MESSAGES = "GET /v1/organization/whatsapp/messages";
    static final String INVALID = "invalid_request_error";
    static final String NOBODY = "msg_wa_2wJ0cQ8rTfYk5LmPz3VnBxGhAeS";

    String customer = "";
    String stranger = "";
    String inbound = "";
    String outbound = "";
    String ofOthers = "";
    String numberOfOthers = "";

    /**
     * A bad request and its answer.
     *
     * @param call method and path
     * @param key whose: app, test, admin, zavu, kapso, unknown or none
     * @param code null for an error without one
     * @param param null for an error that is about no parameter
     */
    record Bad(
            String name,
            String call,
            String key,
            @Nullable String body,
            int status,
            String type,
            @Nullable String code,
            @Nullable String param) {

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    void meetACustomer() {
        customer = stele().customerInConversation();
        stranger = RunningStele.newCustomer();
        inbound = newest(tenant().chirpApp());
        Answer sent = http().post(
                "/v1/whatsapp/messages",
                tenant().chirpApp(),
                filled("{\"from\":\"$number\",\"to\":\"$customer\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}"));
        outbound = sent.string("id");
        stele().writeIn(RunningStele.newCustomer(), stele().other(), "{\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}");
        ofOthers = newest(stele().other().chirpApp());
        numberOfOthers = http().get("/v1/whatsapp/phone-numbers", stele().other().chirpApp())
                .string("phoneNumbers", 0, "id");
    }

    final String newest(String key) {
        return http().get("/v1/whatsapp/messages?limit=1", key).string("messages", 0, "id");
    }

    static Bad send(String name, String members, String param) {
        return send(name, members, null, param);
    }

    static Bad send(String name, String members, @Nullable String code, @Nullable String param) {
        String body = "{\"from\":\"$number\",\"to\":\"$customer\"," + members + "}";
        return new Bad(name, SEND, "app", body, 400, INVALID, code, param);
    }

    /** It is answered as the case says. */
    final void assertRefused(Bad bad) {
        Answer answer = call(bad);

        assertThat(answer.status()).as(answer.text()).isEqualTo(bad.status());
        assertEnvelope(answer, bad.type(), bad.code(), bad.param());
    }

    final Answer call(Bad bad) {
        String[] call = filled(bad.call()).split(" ", 2);
        String key = key(bad.key());
        Map<String, String> headers = key.isEmpty()
                ? Map.of("Content-Type", "application/json")
                : Map.of("Authorization", "Bearer " + key, "Content-Type", "application/json");
        return http().send(call[0], call[1], headers, bad.body() == null ? null : filled(bad.body()));
    }

    final String key(String whose) {
        return switch (whose) {
            case "app" -> tenant().chirpApp();
            case "test" -> tenant().chirpTest();
            case "admin" -> tenant().chirpAdmin();
            case "zavu" -> tenant().zavu();
            case "kapso" -> tenant().kapso();
            case "unknown" -> "sk_live_app_unknown";
            case "none" -> "";
            default -> throw new IllegalArgumentException(whose);
        };
    }

    final String filled(String text) {
        return text.replace("$numberOfOthers", numberOfOthers)
                .replace("$number", tenant().phoneNumber())
                .replace("$customer", customer)
                .replace("$stranger", stranger)
                .replace("$inbound", inbound)
                .replace("$outbound", outbound)
                .replace("$ofOthers", ofOthers)
                .replace("$4097", "x".repeat(4097))
                .replace("$1025", "x".repeat(1025))
                .replace("$61", "x".repeat(61))
                .replace("$25", "x".repeat(25))
                .replace("$21", "x".repeat(21));
    }

    static void assertEnvelope(Answer answer, String type, @Nullable String code, @Nullable String param) {
        Set<String> members = new LinkedHashSet<>(List.of("type"));
        if (code != null) {
            members.add("code");
        }
        members.add("message");
        if (code != null) {
            members.add("doc_url");
        }
        members.add("param");
        if (type.equals("provider_error")) {
            members.add("provider");
        }
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/json");
        assertThat(names(answer.body())).containsExactly("error");
        assertThat(names(answer.at("error"))).containsExactlyElementsOf(members);
        assertThat(answer.string("error", "type")).isEqualTo(type);
        assertThat(answer.string("error", "message")).endsWith(".");
        if (code != null) {
            assertThat(answer.string("error", "code")).isEqualTo(code);
            assertThat(answer.string("error", "doc_url")).endsWith("#" + code);
        }
        assertThat(answer.at("error", "param"))
                .isEqualTo(param == null ? JsonNode.nullNode() : JsonNode.createStringNode(param));
    }

    static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.entries().forEach(entry -> names.add(entry.getKey()));
        return names;
    }
}
