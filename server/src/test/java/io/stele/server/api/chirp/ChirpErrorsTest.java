package io.stele.server.api.chirp;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.server.Answer;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad requests of all kinds but messages that cannot be sent as they are. */
abstract class ChirpErrorsTest extends ChirpErrorCasesTest {

    private static Bad get(String name, String call, int status, @Nullable String param) {
        return new Bad(name, call, "app", null, status, INVALID, null, param);
    }

    private static Bad unauthorized(String name, String call, String key) {
        return new Bad(name, call, key, null, 401, "authentication_error", null, null);
    }

    static Stream<Bad> keys() {
        return Stream.of(
                unauthorized("no key", MESSAGES, "none"),
                unauthorized("no key on an unknown path", "GET /v1/whatsapp/parrots", "none"),
                unauthorized("an unknown key", MESSAGES, "unknown"),
                unauthorized("an admin key on an app's path", MESSAGES, "admin"),
                unauthorized("an admin key in the playground", PLAYGROUND, "admin"),
                unauthorized("an app key on the organization's path", ALL_MESSAGES, "app"),
                unauthorized("a test key on the organization's path", ALL_MESSAGES, "test"),
                unauthorized("a key of Zavu's", MESSAGES, "zavu"),
                unauthorized("a key of Kapso's", MESSAGES, "kapso"),
                unauthorized("an admin key on a shared path", "POST /v1/calls", "admin"),
                unauthorized("a key that looks like Chirp's on a shared path", "GET /v1/functions", "unknown"),
                new Bad(
                        "a live key in the playground",
                        PLAYGROUND,
                        "app",
                        "{\"from\":\"$customer\",\"to\":\"$number\",\"text\":\"Hi\"}",
                        403,
                        INVALID,
                        "test_app_required",
                        null));
    }

    static Stream<Bad> bodies() {
        return Stream.of(
                new Bad("no body", SEND, "app", null, 400, INVALID, null, null),
                new Bad("no JSON", SEND, "app", "{\"from\":", 400, INVALID, null, null),
                new Bad("an array", SEND, "app", "[]", 400, INVALID, null, null),
                new Bad("null", SEND, "app", "null", 400, INVALID, null, null),
                new Bad("an empty object", SEND, "app", "{}", 400, INVALID, null, "from"),
                send("a number for a text", "\"to\":34600111222,\"type\":\"text\"", "to"),
                send("a text for an object", "\"type\":\"text\",\"text\":\"Hi\"", "text"),
                send("a number for a body", "\"type\":\"text\",\"text\":{\"body\":5}", "text.body"),
                send("a text for a truth", "\"type\":\"text\",\"text\":{\"body\":\"Hi\",\"previewUrl\":\"yes\"}", "text.previewUrl"),
                send("a text for a latitude", "\"type\":\"location\",\"location\":{\"latitude\":\"40\"}", "location.latitude"),
                send("an object for an array", "\"type\":\"contacts\",\"contacts\":{\"contacts\":{}}", "contacts.contacts"));
    }

    static Stream<Bad> marks() {
        return Stream.of(READ, TYPING)
                .flatMap(call -> Stream.of(
                        new Bad("no message: " + call, call, "app", "{}", 400, INVALID, null, "messageId"),
                        new Bad("Meta's id: " + call, call, "app", "{\"messageId\":\"wamid.abc\"}", 400, INVALID, null, "messageId"),
                        new Bad("no id: " + call, call, "app", "{\"messageId\":\"\"}", 400, INVALID, null, "messageId"),
                        new Bad("nobody: " + call, call, "app", "{\"messageId\":\"" + NOBODY + "\"}", 404, INVALID, null, null),
                        new Bad("another's: " + call, call, "app", "{\"messageId\":\"$ofOthers\"}", 404, INVALID, null, null),
                        new Bad("a live one by a test key: " + call, call, "test", "{\"messageId\":\"$inbound\"}", 404, INVALID, null, null),
                        new Bad("one of our own: " + call, call, "app", "{\"messageId\":\"$outbound\"}", 400, INVALID, null, "messageId")));
    }

    static Stream<Bad> reads() {
        return Stream.of(
                get("a limit of none", MESSAGES + "?limit=0", 400, "limit"),
                get("a limit of too many", MESSAGES + "?limit=101", 400, "limit"),
                get("a limit in words", MESSAGES + "?limit=ten", 400, "limit"),
                get("an offset before the list", MESSAGES + "?offset=-1", 400, "offset"),
                get("a cursor of another list", MESSAGES + "?cursor=wapn_2wHyB1vRk7TnQmZs4LpXcDfGjKa", 400, "cursor"),
                get("a direction in lower case", MESSAGES + "?direction=inbound", 400, "direction"),
                get("a type that there is not", MESSAGES + "?type=sms", 400, "type"),
                get("a type that cannot be told apart", MESSAGES + "?type=pin", 400, "type"),
                get("an app that is none", MESSAGES + "?appId=default", 400, "appId"),
                get("a number that is no id", MESSAGES + "?whatsappPhoneNumberId=123", 400, "whatsappPhoneNumberId"),
                get("nobody's message", MESSAGES + "/" + NOBODY, 404, null),
                get("a malformed id", MESSAGES + "/msg_wa_123", 404, null),
                get("an unknown id of Meta's", MESSAGES + "/wamid.abc", 404, null),
                get("another organization's message", MESSAGES + "/$ofOthers", 404, null),
                new Bad("another organization's message, by an admin", ALL_MESSAGES + "/$ofOthers", "admin", null, 404, INVALID, null, null),
                new Bad("a live message by a test key", MESSAGES + "/$inbound", "test", null, 404, INVALID, null, null),
                get("nobody's number", "GET /v1/whatsapp/phone-numbers/wapn_2wHyB1vRk7TnQmZs4LpXcDfGjKa", 404, null),
                get("another organization's number", "GET /v1/whatsapp/phone-numbers/$numberOfOthers", 404, null),
                get("an unknown path", "GET /v1/whatsapp/parrots", 404, null),
                new Bad("a wrong method", "DELETE /v1/whatsapp/messages", "app", null, 405, INVALID, null, null),
                new Bad("a wrong method of a family", "DELETE /v1/functions", "app", null, 405, INVALID, null, null),
                new Bad("a family that is not spoken", "GET /v1/whatsapp/templates", "app", null, 501, "api_error", null, null),
                new Bad("a call", "POST /v1/calls", "app", "{}", 501, "api_error", null, null),
                new Bad("one call", "GET /v1/calls/call_1", "test", null, 501, "api_error", null, null),
                new Bad("a call's commands", "POST /v1/calls/call_1/commands", "app", "{}", 501, "api_error", null, null),
                new Bad("assigning a number", "POST /v1/phone-numbers", "app", "{}", 501, "api_error", null, null),
                new Bad("giving a number up", "DELETE /v1/phone-numbers/ph_1", "app", null, 501, "api_error", null, null),
                new Bad("functions", "GET /v1/functions", "app", null, 501, "api_error", null, null),
                new Bad("a wrong method of a shared path", "PUT /v1/calls", "app", "{}", 405, INVALID, null, null),
                new Bad("an unknown path under a shared one", "GET /v1/calls/call_1/parrots", "app", null, 404, INVALID, null, null),
                new Bad("templates", "GET /v1/organization/whatsapp/templates", "admin", null, 501, "api_error", null, null),
                new Bad(
                        "creating a number",
                        "POST /v1/organization/whatsapp/phone-numbers",
                        "admin",
                        "{}",
                        501,
                        "api_error",
                        null,
                        null));
    }

    static Stream<Bad> playground() {
        return Stream.of(
                new Bad("no customer", PLAYGROUND, "test", "{\"to\":\"$number\",\"text\":\"Hi\"}", 400, INVALID, null, "from"),
                new Bad("a customer without a number", PLAYGROUND, "test", "{\"from\":\"x\",\"to\":\"$number\",\"text\":\"Hi\"}", 400, INVALID, "invalid_phone_number", "from"),
                new Bad("no business", PLAYGROUND, "test", "{\"from\":\"$customer\",\"text\":\"Hi\"}", 400, INVALID, null, "to"),
                new Bad("a business without a number", PLAYGROUND, "test", "{\"from\":\"$customer\",\"to\":\"x\",\"text\":\"Hi\"}", 400, INVALID, "invalid_phone_number", "to"),
                new Bad("no words", PLAYGROUND, "test", "{\"from\":\"$customer\",\"to\":\"$number\"}", 400, INVALID, null, "text"),
                new Bad("empty words", PLAYGROUND, "test", "{\"from\":\"$customer\",\"to\":\"$number\",\"text\":\"\"}", 400, INVALID, null, "text"));
    }

    @ParameterizedTest
    @MethodSource({"keys", "bodies", "marks", "reads", "playground"})
    void aBadRequestIsAnsweredInChirpsEnvelope(Bad bad) {
        assertRefused(bad);
    }

    @ParameterizedTest
    @CsvSource({"zavu, 501", "kapso, 401", "none, 401"})
    void aSharedPathIsZavusForEverybodyElse(String whose, int status) {
        Answer answer = call(new Bad("calls", "GET /v1/calls", whose, null, status, "", null, null));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(names(answer.body())).startsWith("code", "message");
    }

    @Test
    void aBodyThatIsNotJsonIsOfTheWrongKind() {
        Answer answer = http().send(
                        "POST",
                        "/v1/whatsapp/messages",
                        Map.of("Authorization", "Bearer " + tenant().chirpApp(), "Content-Type", "text/plain"),
                        "Hi");

        assertThat(answer.status()).isEqualTo(415);
        assertEnvelope(answer, INVALID, null, null);
    }

    @Test
    void anIdempotencyKeyBelongsToOneRequest() {
        Answer first = sendWithKey("order-1", "First");
        Answer second = sendWithKey("order-1", "Second");

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(409);
        assertEnvelope(second, INVALID, null, "Idempotency-Key");
    }

    @Test
    void anIdempotencyKeyHasALimit() {
        Answer answer = sendWithKey("k".repeat(256), "Hi");

        assertThat(answer.status()).isEqualTo(400);
        assertEnvelope(answer, INVALID, null, "Idempotency-Key");
    }

    private Answer sendWithKey(String key, String text) {
        return http().send(
                        "POST",
                        "/v1/whatsapp/messages",
                        Map.of(
                                "Authorization", "Bearer " + tenant().chirpApp(),
                                "Content-Type", "application/json",
                                "Idempotency-Key", key),
                        filled("{\"from\":\"$number\",\"to\":\"$customer\",\"type\":\"text\",\"text\":{\"body\":\"" + text
                                + "\"}}"));
    }
}
