package io.stele.server.api.kapso;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;

/** Bad requests to the proxy: method, path, body, and the status, code, message and details of the answer. */
final class ProxyRefusals {

    private static final String SEND = "/meta/whatsapp/v23.0/{number}/messages";
    private static final String CONVERSATION = "/meta/whatsapp/v23.0/conversations/7d0f6f2e-0a56-4a43-9a8e-0d7b5f3f9a11";
    private static final String NO_NUMBER = "WhatsApp phone number not found or not accessible in this project";

    private ProxyRefusals() {}

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
                        "{'messaging_product':'whatsapp','recipient_type':'list','to':'1203630400','type':'text','text':{'body':'x'}}",
                        "recipient_type must be individual"),
                notOffered(
                        "{'messaging_product':'whatsapp','recipient_type':'group','to':'1203630400','type':'text','text':{'body':'x'}}",
                        "messages to groups"),
                refused(
                        to("{own}", "'type':'text','text':{'body':'x'}"),
                        131021,
                        "(#131021) Recipient is sender",
                        "to must not be the number that sends"),
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
                value(to("'type':'image','image':{'link':'x'}"), "image.link must be an http or https URL"),
                value(to("'type':'video','video':{'id':' '}"), "video.id must have an id or a link"),
                value(
                        to("'type':'audio','audio':{'id':'1','caption':'x'}"),
                        "audio.caption must not be given with this kind of file"),
                value(
                        to("'type':'document','document':{'id':'1','filename':'" + "x".repeat(241) + "'}"),
                        "document.filename must have at most 240 characters"),
                missing(to("'type':'location','location':{'latitude':1}"), "location.longitude"),
                invalid(to("'type':'location','location':{'latitude':'north','longitude':1}"), "location.latitude must be a number"),
                value(to("'type':'location','location':{'latitude':90.1,'longitude':1}"), "location.latitude must be between -90 and 90"),
                value(
                        to("'type':'location','location':{'latitude':'1','longitude':1e999999999}"),
                        "location.longitude must be between -180 and 180"),
                missing(to("'type':'contacts'"), "contacts"),
                value(to("'type':'contacts','contacts':[]"), "contacts must have 1 to 257 contacts"),
                missing(to("'type':'contacts','contacts':[{}]"), "contacts[0].name"),
                missing(to("'type':'contacts','contacts':[{'name':{}}]"), "contacts[0].name.formatted_name"),
                invalid(to("'type':'contacts','contacts':[null]"), "contacts[0] must not be null"),
                missing(to("'type':'reaction','reaction':{'emoji':'👍'}"), "reaction.message_id"),
                value(
                        to("'type':'reaction','reaction':{'message_id':'wamid.nothing','emoji':'👍'}"),
                        "reaction.message_id does not name a message"),
                missing(to("'type':'text','text':{'body':'x'},'context':{}"), "context.message_id"),
                invalid(to("'type':'text','text':{'body':'x'},'context':{'message_id':''}"), "context.message_id must not be blank"),
                value(
                        to("'type':'text','text':{'body':'x'},'biz_opaque_callback_data':'" + "x".repeat(513) + "'"),
                        "biz_opaque_callback_data must have at most 512 characters"));
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

    static Stream<Arguments> paths() {
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
                        "DELETE", "/meta/whatsapp/v23.0/77120034", null, 501, 3, "(#3) Capability missing",
                        "This server does not offer DELETE /meta/whatsapp/v23.0/77120034"),
                Arguments.of(
                        "GET", "/meta/whatsapp/v23.0/77120034", null, 400, 131008, "(#131008) Required parameter is missing",
                        "phone_number_id is required"),
                Arguments.of("POST", SEND, "{", 400, 100, "(#100) Invalid parameter", "The body is not valid JSON"),
                Arguments.of("POST", SEND, "[]", 400, 100, "(#100) Invalid parameter", "The body must be a JSON object"),
                Arguments.of(
                        "POST", SEND, "", 400, 100, "(#100) Invalid parameter", "The body is empty; a JSON object is expected"),
                Arguments.of("POST", SEND, " ", 400, 100, "(#100) Invalid parameter", "The body is not valid JSON"));
    }

    static String to(String members) {
        return to("15551234567", members);
    }

    private static String to(String to, String members) {
        return "{'messaging_product':'whatsapp','to':'" + to + "'," + members + "}";
    }

    static Arguments missing(String body, String field) {
        return missing(body, field, "");
    }

    static Arguments missing(String body, String field, String condition) {
        return refused(body, 131008, "(#131008) Required parameter is missing", field + " is required" + condition);
    }

    static Arguments invalid(String body, String details) {
        return refused(body, 100, "(#100) Invalid parameter", details);
    }

    static Arguments value(String body, String details) {
        return refused(body, 131009, "(#131009) Parameter value is not valid", details);
    }

    private static Arguments type(String body, String details) {
        return refused(body, 131051, "(#131051) Unsupported message type", details);
    }

    static Arguments refused(String body, int code, String message, String details) {
        return Arguments.of("POST", SEND, body.replace('\'', '"'), 400, code, message, details);
    }

    static Arguments notOffered(String body, String what) {
        return Arguments.of(
                "POST", SEND, body.replace('\'', '"'), 501, 3, "(#3) Capability missing", "This server does not offer " + what);
    }

    private static Arguments query(String path, String details) {
        return Arguments.of("GET", path, null, 400, 100, "(#100) Invalid parameter", details);
    }

    private static Arguments notFound(String method, String path, @Nullable String body, String message) {
        return Arguments.of(method, path, body == null ? null : body.replace('\'', '"'), 404, 404, message, null);
    }
}
