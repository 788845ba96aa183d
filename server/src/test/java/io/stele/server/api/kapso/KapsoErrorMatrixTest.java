package io.stele.server.api.kapso;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.stele.server.Answer;
import io.stele.server.Http;
import io.stele.server.RunningStele;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad requests, each with its exact status and envelope (contract §1.3 to §1.5). */
abstract class KapsoErrorMatrixTest extends KapsoTest {

    private static final String SEND = "/meta/whatsapp/v23.0/{number}/messages";
    private static final String NO_NUMBER = "WhatsApp phone number not found or not accessible in this project";

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource({
        "io.stele.server.api.kapso.ProxyRefusals#sends",
        "io.stele.server.api.kapso.PartRefusals#interactiveSends",
        "io.stele.server.api.kapso.PartRefusals#templateSends",
        "io.stele.server.api.kapso.ProxyRefusals#reads",
        "io.stele.server.api.kapso.ProxyRefusals#paths"
    })
    void theProxyRefusesInMetasEnvelope(
            String method, String path, @Nullable String body, int status, int code, String message, @Nullable String details) {
        Answer answer = kapso(method, path, body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(answer.at("error", "code").getIntValue()).as(answer.text()).isEqualTo(code);
        assertThat(answer.string("error", "message")).isEqualTo(message);
        if (details == null) {
            assertThat(answer.at("error", "error_data").isNull()).as(answer.text()).isTrue();
        } else {
            assertThat(answer.string("error", "error_data", "details")).isEqualTo(details);
            assertThat(answer.string("error", "type")).isEqualTo("OAuthException");
        }
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("platformCalls")
    void thePlatformRefusesInASentence(
            String method, String path, @Nullable String body, int status, String error) {
        Answer answer = kapso(method, path, body == null ? null : body.replace('\'', '"'));

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.string("error")).isEqualTo(error);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
    }

    static Stream<Arguments> platformCalls() {
        String conversation = PLATFORM + "/conversations/7d0f6f2e-0a56-4a43-9a8e-0d7b5f3f9a11";
        return Stream.of(
                Arguments.of("GET", PLATFORM + "/messages/wamid.nothing", null, 404, "Message not found"),
                Arguments.of("GET", PLATFORM + "/messages?has_media=2", null, 400, "has_media must be true or false"),
                Arguments.of("GET", PLATFORM + "/messages?page=0", null, 400, "page must be at least 1"),
                Arguments.of("GET", PLATFORM + "/messages?per_page=101", null, 400, "per_page must be from 1 to 100"),
                Arguments.of("GET", PLATFORM + "/messages?limit=101", null, 400, "limit must be from 1 to 100"),
                Arguments.of("GET", conversation, null, 404, "WhatsApp conversation not found"),
                Arguments.of("PATCH", conversation, "{'whatsapp_conversation':{'status':'ended'}}", 404, "WhatsApp conversation not found"),
                Arguments.of(
                        "GET",
                        PLATFORM + "/conversations?unassigned=true&assigned_user_id=7d0f6f2e-0a56-4a43-9a8e-0d7b5f3f9a11",
                        null,
                        422,
                        "assigned_user_id and unassigned exclude each other"),
                Arguments.of("GET", PLATFORM + "/conversations?unassigned=x", null, 400, "unassigned must be true or false"),
                Arguments.of("GET", PLATFORM + "/conversations?created_after=x", null, 400, "created_after must be a time in ISO 8601"),
                Arguments.of("GET", PLATFORM + "/contacts/15559998888", null, 404, "WhatsApp contact not found"),
                Arguments.of("GET", PLATFORM + "/contacts/nobody", null, 404, "WhatsApp contact not found"),
                Arguments.of("PATCH", PLATFORM + "/contacts/nobody", "{'contact':{}}", 404, "WhatsApp contact not found"),
                Arguments.of("GET", PLATFORM + "/phone_numbers/none", null, 404, NO_NUMBER),
                Arguments.of("GET", PLATFORM + "/phone_numbers?messaging_enabled=x", null, 400, "messaging_enabled must be true or false"),
                Arguments.of("GET", PLATFORM + "/nothing", null, 404, "There is no /platform/v1/whatsapp/nothing"),
                Arguments.of("PUT", PLATFORM + "/messages", "{}", 405, "This path does not take PUT"),
                Arguments.of("GET", PLATFORM + "/broadcasts", null, 501, "This server does not offer GET /platform/v1/whatsapp/broadcasts"),
                Arguments.of("POST", PLATFORM + "/contacts", "{}", 501, "This server does not offer POST /platform/v1/whatsapp/contacts"));
    }

    @ParameterizedTest
    @MethodSource("bodiesOfConversationChanges")
    void aConversationChangesInTwoWaysOnly(String body, int status, String error) {
        String customer = stele().customerInConversation();
        String id = get(PLATFORM + "/conversations?phone_number=" + customer.substring(1)).string("data", 0, "id");

        Answer answer = kapso("PATCH", PLATFORM + "/conversations/" + id, body.replace('\'', '"'));

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.string("error")).isEqualTo(error);
    }

    static Stream<Arguments> bodiesOfConversationChanges() {
        return Stream.of(
                Arguments.of("{}", 422, "whatsapp_conversation is required"),
                Arguments.of("{'whatsapp_conversation':{}}", 422, "whatsapp_conversation.status is required"),
                Arguments.of(
                        "{'whatsapp_conversation':{'status':'open'}}",
                        422,
                        "whatsapp_conversation.status must be active or ended"),
                Arguments.of("{'whatsapp_conversation':7}", 422, "whatsapp_conversation must be an object"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | 422 | contact is required",
                "{'contact':7} | 422 | contact must be an object",
                "{'contact':{'display_name':7.5,'metadata':'x'}} | 422 | contact.metadata must be an object",
                "{'contact':{'display_name':{}}} | 422 | contact.display_name must be a string",
                "[] | 400 | The body must be a JSON object",
            })
    void aContactIsNotChangedByWhatIsNoChange(String body, int status, String error) {
        String customer = stele().customerInConversation();

        Answer answer = kapso("PATCH", PLATFORM + "/contacts/" + customer, body.replace('\'', '"'));

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.string("error")).isEqualTo(error);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void withoutAValidKeyNothingIsTold(String path, Map<String, String> headers, String body) {
        Answer answer = kapso("GET", path, headers, null);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo(json(body));
    }

    static Stream<Arguments> keys() {
        String nested = "{'error':{'message':'Invalid or missing API key','type':'OAuthException','code':190}}";
        String flat = "{'error':'Invalid or missing API key'}";
        Map<String, String> none = Map.of("X-API-Key", "");
        Map<String, String> unknown = Map.of("X-API-Key", "kp_nobody");
        return Stream.of(
                Arguments.of("/meta/whatsapp/v23.0/1/messages", none, nested),
                Arguments.of("/meta/whatsapp/v23.0/1/messages", unknown, nested),
                Arguments.of("/meta/whatsapp/v23.0/1/nothing", none, nested),
                Arguments.of("/platform/v1/whatsapp/messages", none, flat),
                Arguments.of("/platform/v1/whatsapp/messages", unknown, flat),
                Arguments.of(
                        "/platform/v1/whatsapp/messages",
                        Map.of("X-API-Key", "", "Authorization", "Bearer kp_nobody"),
                        flat));
    }

    @Test
    void aKeyOfAnotherApiIsRefused() {
        Answer answer = kapso(
                "GET", "/meta/whatsapp/v23.0/{number}/messages", Map.of("X-API-Key", tenant().zavu()), null);

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void outsideOfTheWindowOnlyTemplatesGo() {
        Answer answer = text(RunningStele.newCustomer(), "Hi");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .isEqualTo(json("{'error':{'message':'Cannot send non-template messages outside the 24-hour window.',"
                        + "'type':'MessageError','code':131047,'error_subcode':131047},"
                        + "'next_steps':'Send a WhatsApp template message to reopen the session.'}"));
    }

    @Test
    void anotherAccountThanTheNumbersIsRefused() {
        Answer answer = send("{\"messaging_product\":\"whatsapp\",\"to\":\"15551234567\",\"type\":\"text\","
                + "\"text\":{\"body\":\"x\"},\"messaging_account_id\":\"other\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.string("code")).isEqualTo("messaging_account_mismatch");
    }

    @Test
    void aBodyThatIsNoJsonByItsTypeIsRefused() {
        Answer answer =
                kapso("POST", SEND, Map.of("Content-Type", "text/plain"), "{\"messaging_product\":\"whatsapp\"}");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.string("error", "error_data", "details"))
                .isEqualTo("Bodies are application/json, not text/plain");
    }

    @Test
    void aPageByNumberThatLiesTooDeepIsRefusedWithTheWayOn() {
        Answer answer = get(PLATFORM + "/messages?page=51&per_page=100");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.string("message")).isEqualTo("legacy_offset_pagination_limit_exceeded");
        assertThat(answer.at("requested_window").getIntValue()).isEqualTo(5100);
        assertThat(answer.at("max_page").getIntValue()).isEqualTo(50);
        assertThat(answer.at("max_window").getIntValue()).isEqualTo(5000);
        assertThat(answer.string("cursor_example")).endsWith("/platform/v1/whatsapp/messages?limit=100");
    }

    private static JsonNode json(String text) {
        return Http.parse(text.replace('\'', '"'));
    }
}
