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
import org.junit.jupiter.params.provider.MethodSource;

/** Bad requests, each with its exact status and envelope (contract §1.3 to §1.5). */
abstract class KapsoErrorMatrixTest extends KapsoTest {

    private static final String SEND = "/meta/whatsapp/v23.0/{number}/messages";
    private static final String CONVERSATION = "/meta/whatsapp/v23.0/conversations/7d0f6f2e-0a56-4a43-9a8e-0d7b5f3f9a11";
    private static final String PLATFORM = "/platform/v1/whatsapp";
    private static final String NO_NUMBER = "WhatsApp phone number not found or not accessible in this project";

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource({"sends", "interactiveSends", "templateSends", "reads", "proxyPaths"})
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

    static Stream<Arguments> sends() {
        return Stream.of(
                missing("{}", "messaging_product"),
                invalid("{'messaging_product':'sms','to':'15551234567','type':'text','text':{'body':'x'}}", "messaging_product must be whatsapp"),
                missing("{'messaging_product':'whatsapp','type':'text','text':{'body':'x'}}", "to"),
                invalid(to("12", "'type':'text','text':{'body':'x'}"), "to must be a phone number with its country code"),
                invalid(to("not a number", "'type':'text','text':{'body':'x'}"), "to must be a phone number with its country code"),
                invalid(
                        "{'messaging_product':'whatsapp','recipient':'us.1','type':'text','text':{'body':'x'}}",
                        "recipient must be a business-scoped user id"),
                invalid(
                        "{'messaging_product':'whatsapp','recipient_type':'group','to':'1203630400','type':'text','text':{'body':'x'}}",
                        "recipient_type must be individual"),
                type(
                        to("'type':'fax'"),
                        "type must be text, image, video, audio, document, sticker, location, contacts, reaction, interactive or template"),
                type(
                        to("'type':'order','order':{}"),
                        "type must be text, image, video, audio, document, sticker, location, contacts, reaction, interactive or template"),
                missing(to("'type':'text'"), "text"),
                missing(to("'type':'text','text':{}"), "text.body"),
                value(to("'type':'text','text':{'body':''}"), "text.body must not be blank"),
                invalid(to("'type':'text','text':'Hello'"), "text must be an object"),
                invalid(to("'type':'text','text':{'body':{}}"), "text.body must be a string"),
                invalid(to("'type':'text','text':{'body':'x','preview_url':'yes'}"), "text.preview_url must be true or false"),
                missing(to("'type':'image'"), "image"),
                missing(to("'type':'image','image':{}"), "image.id", " when there is no link"),
                missing(to("'type':'sticker','sticker':{}"), "sticker.id", " when there is no link"),
                missing(to("'type':'location','location':{'latitude':1}"), "location.longitude"),
                invalid(to("'type':'location','location':{'latitude':'north','longitude':1}"), "location.latitude must be a number"),
                missing(to("'type':'contacts'"), "contacts"),
                invalid(to("'type':'contacts','contacts':[]"), "contacts must not be empty"),
                missing(to("'type':'contacts','contacts':[{}]"), "contacts[0].name"),
                missing(to("'type':'contacts','contacts':[{'name':{}}]"), "contacts[0].name.formatted_name"),
                invalid(to("'type':'contacts','contacts':[null]"), "contacts[0] must not be null"),
                missing(to("'type':'reaction','reaction':{'emoji':'👍'}"), "reaction.message_id"),
                value(
                        to("'type':'reaction','reaction':{'message_id':'wamid.nothing','emoji':'👍'}"),
                        "reaction.message_id does not name a message"),
                missing(to("'type':'text','text':{'body':'x'},'context':{}"), "context.message_id"),
                value(
                        to("'type':'text','text':{'body':'x'},'biz_opaque_callback_data':'" + "x".repeat(513) + "'"),
                        "biz_opaque_callback_data must have at most 512 characters"));
    }

    static Stream<Arguments> interactiveSends() {
        return Stream.of(
                missing(to("'type':'interactive'"), "interactive"),
                missing(interactive("'body':{'text':'x'}"), "interactive.type"),
                missing(interactive("'type':'button','body':{'text':'x'}"), "interactive.action"),
                missing(interactive("'type':'button','action':{'buttons':[{'type':'reply','reply':{'id':'a','title':'A'}}]}"), "interactive.body.text"),
                missing(interactive("'type':'button','body':{'text':'x'},'action':{}"), "interactive.action.buttons"),
                missing(
                        interactive("'type':'button','body':{'text':'x'},'action':{'buttons':[{'type':'reply','reply':{'id':'a'}}]}"),
                        "interactive.action.buttons[0].reply.title"),
                invalid(
                        interactive("'type':'button','body':{'text':'x'},'action':{'buttons':[{'type':'url'}]}"),
                        "interactive.action.buttons[0].type must be reply"),
                value(
                        interactive(
                                "'type':'button','body':{'text':'x'},'action':{'buttons':[{'type':'reply','reply':{'id':'a','title':'"
                                        + "A".repeat(21) + "'}}]}"),
                        "interactive.action.buttons[0].reply.title must have at most 20 characters"),
                missing(
                        interactive("'type':'list','body':{'text':'x'},'action':{'sections':[]}"), "interactive.action.button"),
                missing(
                        interactive("'type':'list','body':{'text':'x'},'action':{'button':'b','sections':[{'rows':[{'title':'t'}]}]}"),
                        "interactive.action.sections[0].rows[0].id"),
                missing(
                        interactive("'type':'cta_url','body':{'text':'x'},'action':{'name':'cta_url','parameters':{'url':'https://a.example'}}"),
                        "interactive.action.parameters.display_text"),
                missing(
                        interactive("'type':'flow','body':{'text':'x'},'action':{'name':'flow','parameters':{'flow_cta':'Go'}}"),
                        "interactive.action.parameters.flow_id",
                        " when there is no flow_name"),
                invalid(
                        interactive("'type':'order_details','body':{'text':'x'},'action':{}"),
                        "interactive.type must be button, list, cta_url, carousel, location_request_message, request_contact_info,"
                                + " address_message, flow, product, product_list, catalog_message or call_permission_request"),
                invalid(
                        interactive("'type':'button','header':{'type':'sticker'},'body':{'text':'x'},"
                                + "'action':{'buttons':[{'type':'reply','reply':{'id':'a','title':'A'}}]}"),
                        "interactive.header.type must be text, image, video or document"));
    }

    static Stream<Arguments> templateSends() {
        return Stream.of(
                missing(to("'type':'template'"), "template"),
                missing(to("'type':'template','template':{'name':'a'}"), "template.language"),
                missing(to("'type':'template','template':{'language':{'code':'de'}}"), "template.name"),
                invalid(
                        template("{'type':'foot'}"),
                        "template.components[0].type must be header, body, button, carousel or limited_time_offer"),
                missing(template("{'type':'button','sub_type':'url'}"), "template.components[0].index"),
                invalid(
                        template("{'type':'button','sub_type':'url','index':'first'}"),
                        "template.components[0].index must be a whole number"),
                missing(
                        template("{'type':'body','parameters':[{'type':'currency','currency':{'code':'EUR','fallback_value':'1'}}]}"),
                        "template.components[0].parameters[0].currency.amount_1000"),
                refused(
                        template("{'type':'header','parameters':[]}"),
                        132012,
                        "(#132012) Template parameter format does not match",
                        "template.components.header must have exactly one parameter"));
    }

    static Stream<Arguments> reads() {
        return Stream.of(
                missing("{'messaging_product':'whatsapp','status':'read'}", "message_id"),
                invalid("{'messaging_product':'whatsapp','status':'seen','message_id':'x'}", "status must be read"),
                invalid(
                        "{'messaging_product':'whatsapp','status':'read','message_id':'wamid.nothing'}",
                        "message_id does not name a message that came in"),
                invalid(
                        "{'messaging_product':'whatsapp','status':'read','message_id':'x','typing_indicator':{'type':'audio'}}",
                        "typing_indicator.type must be text"),
                query(SEND + "?limit=0", "limit must be from 1 to 100"),
                query(SEND + "?limit=x", "limit must be a whole number"),
                query(SEND + "?direction=up", "direction must be inbound or outbound"),
                query(SEND + "?status=held", "status must be pending, sent, delivered, read or failed"),
                query(SEND + "?since=today", "since must be a time in ISO 8601"),
                query(SEND + "?after=zzz", "after is not a cursor of this list"),
                query(SEND + "?conversation_id=7", "conversation_id must be a UUID"),
                query("/meta/whatsapp/v23.0/{number}/conversations?status=open", "status must be active or ended"),
                query("/meta/whatsapp/v23.0/{number}/conversations?before=zzz", "before is not a cursor of this list"),
                query(
                        "/meta/whatsapp/v23.0/{number}/conversations?phone_number=x",
                        "phone_number must be a phone number with its country code"),
                query("/meta/whatsapp/v23.0/{number}/contacts?has_customer=maybe", "has_customer must be true or false"),
                Arguments.of(
                        "GET",
                        "/meta/whatsapp/v23.0/{number}/conversations?unassigned=true&assigned_user_id=7d0f6f2e-0a56-4a43-9a8e-0d7b5f3f9a11",
                        null,
                        422,
                        100,
                        "(#100) Invalid parameter",
                        "assigned_user_id and unassigned exclude each other"));
    }

    static Stream<Arguments> proxyPaths() {
        return Stream.of(
                notFound("POST", "/meta/whatsapp/v23.0/none/messages", to("'type':'text','text':{'body':'x'}"), NO_NUMBER),
                notFound("GET", "/meta/whatsapp/v23.0/none/messages", null, NO_NUMBER),
                notFound("GET", "/meta/whatsapp/v23.0/none/contacts", null, NO_NUMBER),
                notFound("GET", SEND + "/wamid.nothing", null, "Message not found"),
                notFound("GET", SEND + "/wamid.A/b", null, "Message not found"),
                notFound("GET", CONVERSATION, null, "WhatsApp conversation not found"),
                notFound("GET", "/meta/whatsapp/v23.0/conversations/seven", null, "WhatsApp conversation not found"),
                notFound("PATCH", CONVERSATION, "{'status':'ended'}", "WhatsApp conversation not found"),
                notFound("GET", "/meta/whatsapp/v23.0/{number}/contacts/15559998888", null, "WhatsApp contact not found"),
                notFound("PATCH", "/meta/whatsapp/v23.0/{number}/contacts/x", "{}", "WhatsApp contact not found"),
                notFound("GET", "/meta/whatsapp/latest/1/messages", null, "There is no /meta/whatsapp/latest/1/messages"),
                notFound("GET", "/meta/whatsapp/v23.0/1/nothing", null, "There is no /meta/whatsapp/v23.0/1/nothing"),
                Arguments.of(
                        "DELETE", "/meta/whatsapp/v23.0/1/messages", null, 405, 100, "(#100) Invalid parameter",
                        "This path does not take DELETE"),
                Arguments.of(
                        "GET", "/meta/whatsapp/v23.0/1/media", null, 405, 100, "(#100) Invalid parameter",
                        "This path does not take GET"),
                Arguments.of(
                        "POST", "/meta/whatsapp/v23.0/1/media", "{}", 501, 3, "(#3) Capability missing",
                        "This server does not offer POST /meta/whatsapp/v23.0/1/media"),
                Arguments.of(
                        "GET", "/meta/whatsapp/v23.0/77120034", null, 501, 3, "(#3) Capability missing",
                        "This server does not offer GET /meta/whatsapp/v23.0/77120034"),
                Arguments.of("POST", SEND, "{", 400, 100, "(#100) Invalid parameter", "The body is not valid JSON"),
                Arguments.of("POST", SEND, "[]", 400, 100, "(#100) Invalid parameter", "The body must be a JSON object"),
                Arguments.of(
                        "POST", SEND, "", 400, 100, "(#100) Invalid parameter", "The request cannot be read"));
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
                Arguments.of("GET", PLATFORM + "/messages?message_type=fax", null, 400, "message_type must be a message type"),
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
                Arguments.of("GET", PLATFORM + "/conversations?created_after=x", null, 400, "created_after must be a time in ISO 8601"),
                Arguments.of("GET", PLATFORM + "/contacts/15559998888", null, 404, "WhatsApp contact not found"),
                Arguments.of("GET", PLATFORM + "/contacts/nobody", null, 404, "WhatsApp contact not found"),
                Arguments.of("GET", PLATFORM + "/phone_numbers/none", null, 404, NO_NUMBER),
                Arguments.of("GET", PLATFORM + "/phone_numbers?messaging_enabled=x", null, 400, "messaging_enabled must be true or false"),
                Arguments.of("GET", PLATFORM + "/nothing", null, 404, "There is no /platform/v1/whatsapp/nothing"),
                Arguments.of("PUT", PLATFORM + "/messages", "{}", 405, "This path does not take PUT"),
                Arguments.of("GET", PLATFORM + "/webhooks", null, 501, "This server does not offer GET /platform/v1/whatsapp/webhooks"),
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

    private static String to(String members) {
        return to("15551234567", members);
    }

    private static String to(String to, String members) {
        return "{'messaging_product':'whatsapp','to':'" + to + "'," + members + "}";
    }

    private static String interactive(String members) {
        return to("'type':'interactive','interactive':{" + members + "}");
    }

    private static String template(String component) {
        return to("'type':'template','template':{'name':'a','language':{'code':'de'},'components':[" + component + "]}");
    }

    private static Arguments missing(String body, String field) {
        return missing(body, field, "");
    }

    private static Arguments missing(String body, String field, String condition) {
        return refused(body, 131008, "(#131008) Required parameter is missing", field + " is required" + condition);
    }

    private static Arguments invalid(String body, String details) {
        return refused(body, 100, "(#100) Invalid parameter", details);
    }

    private static Arguments value(String body, String details) {
        return refused(body, 131009, "(#131009) Parameter value is not valid", details);
    }

    private static Arguments type(String body, String details) {
        return refused(body, 131051, "(#131051) Unsupported message type", details);
    }

    private static Arguments refused(String body, int code, String message, String details) {
        return Arguments.of("POST", SEND, body.replace('\'', '"'), 400, code, message, details);
    }

    private static Arguments query(String path, String details) {
        return Arguments.of("GET", path, null, 400, 100, "(#100) Invalid parameter", details);
    }

    private static Arguments notFound(String method, String path, @Nullable String body, String message) {
        return Arguments.of(method, path, body == null ? null : body.replace('\'', '"'), 404, 404, message, null);
    }

    private static JsonNode json(String text) {
        return Http.parse(text.replace('\'', '"'));
    }
}
