package io.stele.server.api.zavu;

import static io.stele.server.api.zavu.Refused.INVALID;
import static io.stele.server.api.zavu.Refused.get;
import static io.stele.server.api.zavu.Refused.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.stele.server.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be done is refused with the right status and code, in the flat envelope, and by the name of what is wrong. */
abstract class ZavuErrorsTest extends ZavuRefusalsTest {

    static List<Refused> refused() {
        return List.of(
                get("/v1/messages/nothing", 404, "not_found", null),
                get("/v1/messages/" + "0".repeat(32), 404, "not_found", null),
                get("/v1/messages/nothing/attachments", 404, "not_found", null),
                get("/v1/messages?limit=0", 400, INVALID, "limit"),
                get("/v1/messages?limit=101", 400, INVALID, "limit"),
                get("/v1/messages?limit=many", 400, INVALID, "limit"),
                get("/v1/messages?cursor=nothing", 400, INVALID, "cursor"),
                get("/v1/messages?status=read", 400, INVALID, "status"),
                get("/v1/messages?channel=auto", 400, INVALID, "channel"),
                get("/v1/messages?to=nobody", 400, INVALID, "to"),
                post("/v1/messages/nothing/reactions", "{'emoji':'👍'}", 404, "not_found", null),
                post("/v1/messages/$inbound/reactions", "{}", 400, INVALID, "emoji"),
                post("/v1/messages/$inbound/reactions", "{'emoji':'good'}", 400, INVALID, "emoji"),
                post("/v1/messages/$inbound/reactions", "", 400, "invalid_json", null),
                post("/v1/messages/$sms/reactions", "{'emoji':'👍'}", 400, "bad_request", null),
                post("/v1/messages/nothing/typing", null, 404, "not_found", null),
                post("/v1/messages/$outbound/typing", null, 400, "bad_request", null),
                post("/v1/messages/$sms/typing", null, 400, "bad_request", null),
                get("/v1/conversations?limit=0", 400, INVALID, "limit"),
                get("/v1/conversations?search=" + "a+".repeat(128) + "a", 400, INVALID, "search"),
                get("/v1/conversations?cursor=nothing", 400, INVALID, "cursor"),
                get("/v1/conversations?cursor=zzzzzzzz-0-" + "0".repeat(26), 400, INVALID, "cursor"),
                get("/v1/conversations?channel=fax", 400, INVALID, "channel"),
                get("/v1/conversations/nothing", 404, "not_found", null),
                get("/v1/conversations/" + "0".repeat(26), 404, "not_found", null),
                get("/v1/conversations/nothing/messages", 404, "not_found", null),
                post("/v1/conversations/nothing/read", null, 404, "not_found", null),
                get("/v1/files/nothing", 404, "not_found", null),
                get("/v1/poems", 404, "not_found", null),
                get("/v2/poems", 404, "not_found", null),
                get("/v1", 404, "not_found", null),
                new Refused("PUT", "/v1/messages", "{}", 405, "method_not_allowed", null),
                new Refused("DELETE", "/v1/messages/$inbound", null, 405, "method_not_allowed", null),
                new Refused("DELETE", "/v1/me", null, 405, "method_not_allowed", null),
                new Refused("PATCH", "/v1/templates", "{}", 405, "method_not_allowed", null),
                get("/v1/contacts/phone/+15550102233", 501, "not_implemented", null),
                post("/v1/broadcasts", "{'name':'News'}", 501, "not_implemented", null),
                new Refused("DELETE", "/v1/contacts/x", null, 501, "not_implemented", null),
                post("/v2/messages", "{'to':'$customer','text':'Hi'}", 501, "not_implemented", null));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void what_is_wrong_is_refused_by_name(Refused refused) {
        assertRefused(refused);
    }

    static Stream<Refused> guarded() {
        return Stream.of(
                new Refused("GET", "/v1/me", null, 401, "unauthorized", null),
                new Refused("POST", "/v1/messages", "{'to':'$customer','text':'Hi'}", 401, "unauthorized", null),
                new Refused("GET", "/v1/messages/$inbound", null, 401, "unauthorized", null),
                new Refused("GET", "/v1/conversations", null, 401, "unauthorized", null),
                new Refused("GET", "/v1/poems", null, 401, "unauthorized", null),
                new Refused("GET", "/v1/contacts", null, 401, "unauthorized", null));
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void without_a_key_of_zavus_nothing_is_told(Refused refused) {
        Stream<String> keys = Stream.of(
                "Bearer zv_live_nobody",
                "Bearer " + tenant().kapso(),
                "Bearer " + tenant().chirpAdmin(),
                "Bearer " + tenant().chirpApp(),
                "Bearer ",
                "Basic " + tenant().zavu(),
                tenant().zavu());

        List<Answer> answers = Stream.concat(
                        keys.map(key -> call(refused, Map.of("Authorization", key, "Content-Type", "application/json"))),
                        Stream.of(
                                call(refused, Map.of("Content-Type", "application/json")),
                                call(refused, Map.of("X-API-Key", tenant().zavu(), "Content-Type", "application/json"))))
                .toList();

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(401);
            isEnvelope(answer, "unauthorized");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "00000000000000000000000000"})
    void a_sender_that_the_header_names_must_be_there(String sender) {
        Map<String, String> headers = new HashMap<>(headers(tenant().zavu(), "application/json"));
        headers.put("Zavu-Sender", sender);

        Answer send = call(
                new Refused("POST", "/v1/messages", "{'to':'$customer','text':'Hi'}", 404, "", null), headers);
        Answer react = call(
                new Refused("POST", "/v1/messages/$inbound/reactions", "{'emoji':'👍'}", 404, "", null), headers);
        Answer typing = call(new Refused("POST", "/v1/messages/$inbound/typing", null, 404, "", null), headers);

        assertThat(List.of(send, react, typing)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(404);
            isEnvelope(answer, "not_found");
            assertThat(answer.string("message")).isEqualTo("There is no sender " + sender + ".");
        });
    }
}
