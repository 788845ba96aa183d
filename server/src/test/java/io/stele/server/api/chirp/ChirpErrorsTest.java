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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad request is answered with Chirp's status in Chirp's envelope. */
abstract class ChirpErrorsTest extends SteleServerTest {

    private static final String SEND = "POST /v1/whatsapp/messages";
    private static final String TEMPLATE_SEND = "POST /v1/whatsapp/templates/send";
    private static final String READ = "POST /v1/whatsapp/messages/read";
    private static final String TYPING = "POST /v1/whatsapp/messages/typing";
    private static final String PLAYGROUND = "POST /v1/playground/whatsapp/inbound";
    private static final String MESSAGES = "GET /v1/whatsapp/messages";
    private static final String ALL_MESSAGES = "GET /v1/organization/whatsapp/messages";
    private static final String INVALID = "invalid_request_error";
    private static final String NOBODY = "msg_wa_2wJ0cQ8rTfYk5LmPz3VnBxGhAeS";

    private String customer = "";
    private String stranger = "";
    private String inbound = "";
    private String outbound = "";
    private String ofOthers = "";
    private String numberOfOthers = "";

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

    private String newest(String key) {
        return http().get("/v1/whatsapp/messages?limit=1", key).string("messages", 0, "id");
    }

    private static Bad send(String name, String members, String param) {
        return send(name, members, null, param);
    }

    private static Bad send(String name, String members, @Nullable String code, @Nullable String param) {
        String body = "{\"from\":\"$number\",\"to\":\"$customer\"," + members + "}";
        return new Bad(name, SEND, "app", body, 400, INVALID, code, param);
    }

    private static Bad interactive(String name, String members, String param) {
        return send(name, "\"type\":\"interactive\",\"interactive\":{" + members + "}", null, "interactive." + param);
    }

    private static Bad template(String name, String members, @Nullable String code, String param) {
        return send(name, "\"type\":\"template\",\"template\":{" + members + "}", code, "template." + param);
    }

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

    static Stream<Bad> sends() {
        return Stream.of(
                new Bad("no from", SEND, "app", "{\"to\":\"$customer\"}", 400, INVALID, null, "from"),
                new Bad(
                        "a from that is no number",
                        SEND,
                        "app",
                        "{\"from\":\"bookings\",\"to\":\"$customer\"}",
                        400,
                        INVALID,
                        "invalid_phone_number",
                        "from"),
                new Bad(
                        "a from that is not the app's",
                        SEND,
                        "app",
                        "{\"from\":\"+34910000099\",\"to\":\"$customer\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}",
                        400,
                        INVALID,
                        "phone_number_not_assigned",
                        "from"),
                new Bad("no to", SEND, "app", "{\"from\":\"$number\"}", 400, INVALID, null, "to"),
                send("a to that is no number", "\"to\":\"ana\"", "invalid_phone_number", "to"),
                send("a to of impossible length", "\"to\":\"+1555\"", "invalid_phone_number", "to"),
                send("no type", "\"text\":{\"body\":\"Hi\"}", "type"),
                send("an unknown type", "\"type\":\"sms\"", "unsupported_message_type", "type"),
                send("a type that only people send", "\"type\":\"order\"", "unsupported_message_type", "type"),
                send("no text", "\"type\":\"text\"", "text"),
                send("an empty text", "\"type\":\"text\",\"text\":{\"body\":\"\"}", "text.body"),
                send("a blank text", "\"type\":\"text\",\"text\":{\"body\":\" \\n\"}", "text.body"),
                send("a text that is too long", "\"type\":\"text\",\"text\":{\"body\":\"$4097\"}", "text.body"),
                send("no media", "\"type\":\"image\",\"text\":{\"body\":\"Hi\"}", "media"),
                send("media without an id", "\"type\":\"video\",\"media\":{\"caption\":\"x\"}", "media.mediaId"),
                send("a caption on audio", "\"type\":\"audio\",\"media\":{\"mediaId\":\"m\",\"caption\":\"x\"}", "media.caption"),
                send("a caption that is too long", "\"type\":\"image\",\"media\":{\"mediaId\":\"m\",\"caption\":\"$1025\"}", "media.caption"),
                send("a sticker with a blank id", "\"type\":\"sticker\",\"sticker\":{\"mediaId\":\" \"}", "sticker.mediaId"),
                send("an image with a blank id", "\"type\":\"image\",\"media\":{\"mediaId\":\" \"}", "media.mediaId"),
                send("a sticker among the media", "\"type\":\"sticker\",\"media\":{\"mediaId\":\"m\"}", "sticker"),
                send("no longitude", "\"type\":\"location\",\"location\":{\"latitude\":1}", "location.longitude"),
                send("a latitude off the globe", "\"type\":\"location\",\"location\":{\"latitude\":90.1,\"longitude\":0}", "location.latitude"),
                send("no contacts", "\"type\":\"contacts\",\"contacts\":{\"contacts\":[]}", "contacts.contacts"),
                send(
                        "a contact without a name",
                        "\"type\":\"contacts\",\"contacts\":{\"contacts\":[{\"phones\":[]}]}",
                        "contacts.contacts[0].name"),
                send("a reaction to nothing", "\"type\":\"reaction\",\"reaction\":{\"emoji\":\"👍\"}", "reaction.messageId"),
                send(
                        "a reaction to a message by Meta's id",
                        "\"type\":\"reaction\",\"reaction\":{\"messageId\":\"wamid.abc\",\"emoji\":\"👍\"}",
                        "reaction.messageId"),
                send(
                        "a reaction to an unknown message",
                        "\"type\":\"reaction\",\"reaction\":{\"messageId\":\"" + NOBODY + "\",\"emoji\":\"👍\"}",
                        "reaction.messageId"),
                send(
                        "a reaction in words",
                        "\"type\":\"reaction\",\"reaction\":{\"messageId\":\"$inbound\",\"emoji\":\"nice\"}",
                        "reaction.emoji"),
                send("a quote by Meta's id", "\"type\":\"text\",\"text\":{\"body\":\"Hi\"},\"replyTo\":\"wamid.abc\"", "replyTo"),
                send("a quote of nothing", "\"type\":\"text\",\"text\":{\"body\":\"Hi\"},\"replyTo\":\"" + NOBODY + "\"", "replyTo"),
                send(
                        "a quote from another organization",
                        "\"type\":\"text\",\"text\":{\"body\":\"Hi\"},\"replyTo\":\"$ofOthers\"",
                        "replyTo"),
                new Bad(
                        "a text to a stranger",
                        SEND,
                        "app",
                        "{\"from\":\"$number\",\"to\":\"$stranger\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}",
                        402,
                        "provider_error",
                        "conversation_window_expired",
                        null));
    }

    static Stream<Bad> interactives() {
        String buttons = "\"type\":\"buttons\",\"body\":\"B\",\"buttons\":";
        String list = "\"type\":\"list\",\"body\":\"B\",\"buttonText\":\"Open\",\"sections\":";
        return Stream.of(
                interactive("no kind", "\"body\":\"B\"", "type"),
                interactive("Meta's word for buttons", "\"type\":\"button\",\"body\":\"B\"", "type"),
                interactive("no body", "\"type\":\"buttons\",\"buttons\":[{\"id\":\"a\",\"title\":\"A\"}]", "body"),
                interactive("no buttons", buttons + "[]", "buttons"),
                interactive(
                        "four buttons",
                        buttons
                                + "[{\"id\":\"a\",\"title\":\"A\"},{\"id\":\"b\",\"title\":\"B\"},{\"id\":\"c\",\"title\":\"C\"},{\"id\":\"d\",\"title\":\"D\"}]",
                        "buttons"),
                interactive("a button without a title", buttons + "[{\"id\":\"a\"}]", "buttons[0].title"),
                interactive(
                        "a title that is too long",
                        buttons + "[{\"id\":\"a\",\"title\":\"A\"},{\"id\":\"b\",\"title\":\"$21\"}]",
                        "buttons[1].title"),
                interactive(
                        "one id twice",
                        buttons + "[{\"id\":\"a\",\"title\":\"A\"},{\"id\":\"a\",\"title\":\"B\"}]",
                        "buttons[1].id"),
                interactive("a list without a button", "\"type\":\"list\",\"body\":\"B\"", "buttonText"),
                interactive("a list without rows", list + "[{\"title\":\"S\"}]", "sections[0].rows"),
                interactive(
                        "a row that is too long",
                        list + "[{\"rows\":[{\"id\":\"r\",\"title\":\"$25\"}]}]",
                        "sections[0].rows[0].title"),
                interactive(
                        "two sections without titles",
                        list + "[{\"rows\":[{\"id\":\"r\",\"title\":\"R\"}]},{\"rows\":[{\"id\":\"s\",\"title\":\"S\"}]}]",
                        "sections[0].title"),
                interactive("a link to nowhere", "\"type\":\"cta_url\",\"body\":\"B\",\"buttonText\":\"Go\"", "url"),
                interactive(
                        "a link that is none",
                        "\"type\":\"cta_url\",\"body\":\"B\",\"buttonText\":\"Go\",\"url\":\"ftp://a.example\"",
                        "url"),
                interactive(
                        "a header file with a blank id",
                        buttons + "[{\"id\":\"a\",\"title\":\"A\"}],\"headerMedia\":{\"type\":\"image\",\"mediaId\":\" \"}",
                        "headerMedia"),
                interactive(
                        "a file above a list",
                        list + "[{\"rows\":[{\"id\":\"r\",\"title\":\"R\"}]}],\"headerMedia\":{\"type\":\"image\",\"mediaId\":\"m\"}",
                        "headerMedia"),
                interactive(
                        "a footer that is too long",
                        buttons + "[{\"id\":\"a\",\"title\":\"A\"}],\"footer\":\"$61\"",
                        "footer"));
    }

    static Stream<Bad> templates() {
        String mismatch = "template_parameter_mismatch";
        String named = "\"name\":\"booking\",\"language\":\"es\",";
        return Stream.of(
                template("no name", "\"language\":\"es\"", null, "name"),
                template("no language", "\"name\":\"booking\"", null, "language"),
                template("a name with capitals", "\"name\":\"Booking\",\"language\":\"es\"", null, "name"),
                template("a gap in the positions", named + "\"variables\":{\"1\":\"a\",\"3\":\"b\"}", mismatch, "variables"),
                template("positions among names", named + "\"variables\":{\"1\":\"a\",\"n\":\"b\"}", mismatch, "variables"),
                template(
                        "two values for a header",
                        named + "\"headerVariables\":{\"1\":\"a\",\"2\":\"b\"}",
                        mismatch,
                        "headerVariables"),
                template("a button without a number", named + "\"buttonVariables\":{\"first\":[\"a\"]}", null, "buttonVariables.first"),
                template(
                        "a button of no kind",
                        named
                                + "\"components\":[{\"type\":\"body\"},{\"type\":\"header\",\"parameters\":[{\"type\":\"text\",\"text\":\"T\"}]},"
                                + "{\"type\":\"button\",\"sub_type\":\"zipper\",\"index\":0}]",
                        mismatch,
                        "components[2]"),
                template(
                        "a header file with a blank id",
                        named
                                + "\"components\":[{\"type\":\"header\",\"parameters\":[{\"type\":\"image\",\"image\":{\"id\":\" \"}}]}]",
                        mismatch,
                        "components[0]"),
                template("a number for a value", named + "\"variables\":{\"1\":5}", null, "variables.1"),
                new Bad("no template name", TEMPLATE_SEND, "app", "{\"from\":\"$number\",\"to\":\"$customer\"}", 400, INVALID, null, "templateName"),
                new Bad(
                        "no language code",
                        TEMPLATE_SEND,
                        "app",
                        "{\"from\":\"$number\",\"to\":\"$customer\",\"templateName\":\"t\"}",
                        400,
                        INVALID,
                        null,
                        "languageCode"),
                new Bad(
                        "the names of the other path",
                        TEMPLATE_SEND,
                        "app",
                        "{\"from\":\"$number\",\"to\":\"$customer\",\"template\":{\"name\":\"t\",\"language\":\"es\"}}",
                        400,
                        INVALID,
                        null,
                        "templateName"),
                new Bad(
                        "a gap in the positions of a template send",
                        TEMPLATE_SEND,
                        "app",
                        "{\"from\":\"$number\",\"to\":\"$customer\",\"templateName\":\"t\",\"languageCode\":\"es\",\"variables\":{\"2\":\"a\"}}",
                        400,
                        INVALID,
                        mismatch,
                        "variables"));
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
    @MethodSource({"keys", "bodies", "sends", "interactives", "templates", "marks", "reads", "playground"})
    void aBadRequestIsAnsweredInChirpsEnvelope(Bad bad) {
        Answer answer = call(bad);

        assertThat(answer.status()).as(answer.text()).isEqualTo(bad.status());
        assertEnvelope(answer, bad.type(), bad.code(), bad.param());
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

    private Answer call(Bad bad) {
        String[] call = filled(bad.call()).split(" ", 2);
        String key = key(bad.key());
        Map<String, String> headers = key.isEmpty()
                ? Map.of("Content-Type", "application/json")
                : Map.of("Authorization", "Bearer " + key, "Content-Type", "application/json");
        return http().send(call[0], call[1], headers, bad.body() == null ? null : filled(bad.body()));
    }

    private String key(String whose) {
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

    private String filled(String text) {
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

    private static void assertEnvelope(Answer answer, String type, @Nullable String code, @Nullable String param) {
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

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.entries().forEach(entry -> names.add(entry.getKey()));
        return names;
    }
}
