package io.stele.server.api.zavu;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.stele.server.Answer;
import io.stele.server.Http;
import io.stele.server.RunningStele;
import io.stele.server.SteleServerTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be done is refused with the right status and code, in the flat envelope, and by the name of what is wrong. */
abstract class ZavuErrorsTest extends SteleServerTest {

    /**
     * A request that is refused.
     *
     * @param body with {@code '} for {@code "}; {@code $customer} has an open window, {@code $stranger} has none; null for none
     * @param at the member that is wrong, in the details; null when the refusal names none
     */
    record Refused(
            String method, String path, @Nullable String body, int status, String code, @Nullable String at) {

        @Override
        public String toString() {
            return status + " " + code + (at == null ? "" : " " + at) + ": " + method + " " + shortened(path)
                    + (body == null ? "" : " " + shortened(body));
        }

        private static String shortened(String text) {
            return text.length() > 90 ? text.substring(0, 90) + "…" : text;
        }
    }

    private static final String INVALID = "invalid_request";

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

    private static Refused send(String body, String at) {
        return new Refused("POST", "/v1/messages", body, 400, INVALID, at);
    }

    private static Refused whatsapp(String messageType, String rest, String at) {
        return send("{'to':'$customer','channel':'whatsapp','messageType':'" + messageType + "'" + rest + "}", at);
    }

    private static Refused get(String path, int status, String code, @Nullable String at) {
        return new Refused("GET", path, null, status, code, at);
    }

    private static Refused post(String path, @Nullable String body, int status, String code, @Nullable String at) {
        return new Refused("POST", path, body, status, code, at);
    }

    static Stream<Refused> refused() {
        return Stream.of(sends(), contents(), emails(), others()).flatMap(List::stream);
    }

    private static List<Refused> sends() {
        return List.of(
                post("/v1/messages", "{'to':", 400, "invalid_json", null),
                post("/v1/messages", "", 400, "invalid_json", null),
                post("/v1/messages", "[]", 400, "invalid_json", null),
                post("/v1/messages", "'+15550102233'", 400, "invalid_json", null),
                post("/v1/messages", "{} {}", 400, "invalid_json", null),
                send("{}", "to"),
                send("{'to':null,'text':'Hi'}", "to"),
                send("{'to':4915212345678,'text':'Hi'}", "to"),
                send("{'to':['$customer'],'text':'Hi'}", "to"),
                send("{'to':'','text':'Hi'}", "to"),
                send("{'to':'somebody','text':'Hi'}", "to"),
                send("{'to':'+49','text':'Hi'}", "to"),
                send("{'to':'+4915212345678901234','text':'Hi'}", "to"),
                send("{'to':'$customer'}", "text"),
                send("{'to':'$customer','text':''}", "text"),
                send("{'to':'$customer','text':'  '}", "text"),
                send("{'to':'$customer','channel':'whatsapp','text':'" + "x".repeat(4097) + "'}", "text"),
                send("{'to':'$customer','text':7}", "text"),
                send("{'to':'$customer','text':'Hi','channel':'fax'}", "channel"),
                send("{'to':'$customer','text':'Hi','channel':'WhatsApp'}", "channel"),
                send("{'to':'$customer','text':'Hi','channel':'sms_oneway'}", "channel"),
                send("{'to':'$customer','text':'Hi','channel':'telegram'}", "to"),
                send("{'to':'$customer','text':'Hi','channel':'email','subject':'S'}", "to"),
                send("{'to':'$customer','text':'Hi','messageType':'poll'}", "messageType"),
                send("{'to':'$customer','text':'Hi','fallbackEnabled':'yes'}", "fallbackEnabled"),
                send("{'to':'$customer','text':'Hi','metadata':['a']}", "metadata"),
                send("{'to':'$customer','text':'Hi','metadata':{'a':1}}", "metadata.a"),
                send("{'to':'$customer','text':'Hi','metadata':{'a':null}}", "metadata.a"),
                send("{'to':'$customer','text':'Hi','idempotencyKey':''}", "idempotencyKey"),
                send("{'to':'$customer','text':'Hi','idempotencyKey':'" + "k".repeat(256) + "'}", "idempotencyKey"),
                send("{'to':'$customer','text':'Hi','attachments':[{'filename':'a','content':'YQ=='}]}", "attachments"),
                send("{'to':'$customer','channel':'voice'}", "text"),
                post("/v1/messages", "{'to':'99887766554433221','text':'Hi'}", 400, INVALID, null),
                post(
                        "/v1/messages",
                        "{'to':'$stranger','channel':'whatsapp','text':'Hi'}",
                        400,
                        "whatsapp_window_closed",
                        null),
                post(
                        "/v1/messages",
                        "{'to':'$stranger','channel':'sms','messageType':'sticker','content':{'mediaId':'s'}}",
                        400,
                        "whatsapp_window_closed",
                        null),
                post(
                        "/v1/messages",
                        "{'to':'US.13491208655302741918','text':'Hi'}",
                        400,
                        "whatsapp_window_closed",
                        null),
                post("/v1/messages", "{'to':'$customer','text':'Hi','senderId':'nobody'}", 404, "not_found", null),
                post(
                        "/v1/messages",
                        "{'to':'$customer','text':'Hi','senderId':'" + "0".repeat(26) + "'}",
                        404,
                        "not_found",
                        null));
    }

    private static List<Refused> contents() {
        return List.of(
                whatsapp("image", "", "content"),
                whatsapp("image", ",'content':'a.jpg'", "content"),
                whatsapp("image", ",'content':{}", "content.mediaUrl"),
                whatsapp("image", ",'content':{'mediaUrl':'ftp://example.com/a.jpg'}", "content.mediaUrl"),
                whatsapp(
                        "video",
                        ",'text':'" + "x".repeat(1025) + "','content':{'mediaUrl':'https://example.com/a.mp4'}",
                        "text"),
                whatsapp("location", ",'content':{'longitude':1}", "content.latitude"),
                whatsapp("location", ",'content':{'latitude':91,'longitude':1}", "content.latitude"),
                whatsapp("location", ",'content':{'latitude':1,'longitude':'1'}", "content.longitude"),
                whatsapp("location", ",'content':{'latitude':1,'longitude':-180.5}", "content.longitude"),
                whatsapp("contact", ",'content':{'contacts':[]}", "content.contacts"),
                whatsapp("contact", ",'content':{'contacts':[{'phones':[]}]}", "content.contacts[0].name"),
                whatsapp("buttons", ",'text':'?','content':{}", "content.buttons"),
                whatsapp("buttons", ",'content':{'buttons':[{'id':'a','title':'A'}]}", "text"),
                whatsapp(
                        "buttons",
                        ",'text':'?','content':{'buttons':[{'id':'a','title':'A'},{'id':'b','title':'B'},{'id':'c','title':'C'},{'id':'d','title':'D'}]}",
                        "content.buttons"),
                whatsapp(
                        "buttons",
                        ",'text':'?','content':{'buttons':[{'id':'a','title':'A'},{'id':'b','title':'" + "x".repeat(21) + "'}]}",
                        "content.buttons[1].title"),
                whatsapp("buttons", ",'text':'?','content':{'buttons':[{'title':'A'}]}", "content.buttons[0].id"),
                whatsapp(
                        "list",
                        ",'text':'?','content':{'sections':[{'title':'S','rows':[{'id':'a','title':'A'}]}]}",
                        "content.listButton"),
                whatsapp(
                        "list",
                        ",'text':'?','content':{'listButton':'" + "x".repeat(21) + "','sections':[{'title':'S','rows':[{'id':'a','title':'A'}]}]}",
                        "content.listButton"),
                whatsapp(
                        "list",
                        ",'text':'?','content':{'listButton':'O','sections':[{'title':'S','rows':[]}]}",
                        "content.sections[0].rows"),
                whatsapp(
                        "list",
                        ",'text':'?','content':{'listButton':'O','sections':[{'title':'S','rows':[{'id':'a','title':'" + "x".repeat(25) + "'}]}]}",
                        "content.sections[0].rows[0].title"),
                whatsapp(
                        "list",
                        ",'text':'?','content':{'listButton':'O','sections':[{'title':'S','rows':[{'id':'a','title':'A','description':'" + "x".repeat(73) + "'}]}]}",
                        "content.sections[0].rows[0].description"),
                whatsapp("cta_url", ",'text':'?','content':{'ctaUrl':'https://example.com'}", "content.ctaDisplayText"),
                whatsapp("cta_url", ",'text':'?','content':{'ctaDisplayText':'Go','ctaUrl':'nowhere'}", "content.ctaUrl"),
                whatsapp(
                        "cta_url",
                        ",'text':'?','content':{'ctaDisplayText':'" + "x".repeat(21) + "','ctaUrl':'https://example.com'}",
                        "content.ctaDisplayText"),
                whatsapp(
                        "cta_url",
                        ",'text':'?','content':{'ctaDisplayText':'Go','ctaUrl':'https://example.com','ctaHeaderType':'gif'}",
                        "content.ctaHeaderType"),
                whatsapp(
                        "cta_url",
                        ",'text':'?','content':{'ctaDisplayText':'Go','ctaUrl':'https://example.com','ctaHeaderType':'text','ctaHeaderText':'" + "x".repeat(61) + "'}",
                        "content.ctaHeaderText"),
                whatsapp(
                        "cta_url",
                        ",'text':'?','content':{'ctaDisplayText':'Go','ctaUrl':'https://example.com','footerText':'" + "x".repeat(61) + "'}",
                        "content.footerText"),
                whatsapp("location_request", ",'text':'?','content':{}", "content"),
                whatsapp("request_contact_info", ",'text':'?','content':{'emoji':'x'}", "content"),
                whatsapp("location_request", ",'text':'" + "x".repeat(1025) + "'", "text"),
                whatsapp("reaction", ",'content':{'reactToMessageId':'$inbound'}", "content.emoji"),
                whatsapp("reaction", ",'content':{'emoji':'ok','reactToMessageId':'$inbound'}", "content.emoji"),
                whatsapp("reaction", ",'content':{'emoji':'👍','reactToMessageId':'nothing'}", "content.reactToMessageId"),
                whatsapp("template", ",'content':{}", "content.templateId"),
                whatsapp(
                        "template",
                        ",'content':{'templateId':'t','templateVariables':{'1':'a','name':'b'}}",
                        "content.templateVariables"),
                whatsapp(
                        "template",
                        ",'content':{'templateId':'t','templateVariables':{'1':1}}",
                        "content.templateVariables.1"),
                whatsapp(
                        "template",
                        ",'content':{'templateId':'t','templateButtonVariables':{'first':'a'}}",
                        "content.templateButtonVariables.first"));
    }

    private static List<Refused> emails() {
        String subject = "{'to':'ada@example.com','subject':'S','text':'T',";
        return List.of(
                send("{'to':'ada@example.com','text':'T'}", "subject"),
                send("{'to':'ada@example.com','subject':'S'}", "text"),
                send("{'to':'ada@example.com','subject':'" + "x".repeat(999) + "','text':'T'}", "subject"),
                send("{'to':'ada@example.com','channel':'sms','text':'T'}", "subject"),
                send("{'to':'ada@example','subject':'S','text':'T'}", "to"),
                send(subject + "'replyTo':'nobody'}", "replyTo"),
                send(subject + "'attachments':{}}", "attachments"),
                send(subject + "'attachments':[null]}", "attachments[0]"),
                send(subject + "'attachments':[{'content':'YQ=='}]}", "attachments[0].filename"),
                send(subject + "'attachments':[{'filename':'a'}]}", "attachments[0].path"),
                send(subject + "'attachments':[{'filename':'a','content':'%'}]}", "attachments[0].content"),
                send(
                        subject + "'attachments':[" + "{'filename':'a','content':'YQ=='},".repeat(50)
                                + "{'filename':'a','content':'YQ=='}]}",
                        "attachments"),
                send(
                        "{'to':'ada@example.com','messageType':'image','content':{'mediaUrl':'https://example.com/a.jpg'}}",
                        "messageType"));
    }

    private static List<Refused> others() {
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
                post("/v1/messages/$inbound/reactions", "{'emoji':'good'}", 400, INVALID, "content.emoji"),
                post("/v1/messages/$inbound/reactions", "", 400, "invalid_json", null),
                post("/v1/messages/$sms/reactions", "{'emoji':'👍'}", 400, "bad_request", null),
                post("/v1/messages/nothing/typing", null, 404, "not_found", null),
                post("/v1/messages/$outbound/typing", null, 400, "bad_request", null),
                post("/v1/messages/$sms/typing", null, 400, "bad_request", null),
                get("/v1/conversations?limit=0", 400, INVALID, "limit"),
                get("/v1/conversations?cursor=nothing", 400, INVALID, "cursor"),
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
                new Refused("DELETE", "/v1/senders/x", null, 501, "not_implemented", null),
                post("/v2/messages", "{'to':'$customer','text':'Hi'}", 501, "not_implemented", null));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void what_is_wrong_is_refused_by_name(Refused refused) {
        Answer answer = call(refused, headers(tenant().zavu(), "application/json"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(refused.status());
        isEnvelope(answer, refused.code());
        assertThat(path(answer)).as(answer.text()).isEqualTo(refused.at() == null ? "" : refused.at());
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
    @MethodSource("types")
    void a_body_must_be_declared_as_json_if_as_anything(String contentType, int status) {
        Answer answer = call(
                new Refused("POST", "/v1/messages", "{'to':'$customer','channel':'sms','text':'Hi'}", status, "", null),
                headers(tenant().zavu(), contentType));

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        if (status == 415) {
            isEnvelope(answer, "unsupported_media_type");
        }
    }

    static Stream<Arguments> types() {
        return Stream.of(
                Arguments.of("text/plain", 415),
                Arguments.of("application/xml", 415),
                Arguments.of("application/x-www-form-urlencoded", 415),
                Arguments.of("multipart/form-data; boundary=x", 415),
                Arguments.of("application/json; charset=utf-8", 202),
                Arguments.of("application/vnd.stele+json", 202));
    }

    @Test
    void the_header_names_a_sender_too() {
        Map<String, String> headers = new HashMap<>(headers(tenant().zavu(), "application/json"));
        headers.put("Zavu-Sender", "nobody");

        Answer send = call(
                new Refused("POST", "/v1/messages", "{'to':'$customer','text':'Hi'}", 404, "", null), headers);
        Answer react = call(
                new Refused("POST", "/v1/messages/$inbound/reactions", "{'emoji':'👍'}", 404, "", null), headers);

        assertThat(List.of(send, react)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(404);
            isEnvelope(answer, "not_found");
        });
    }

    @Test
    void what_is_refused_leaves_nothing_behind() {
        String before = http().get("/v1/messages?limit=1", tenant().zavu()).text();

        assertThat(Stream.of(sends(), contents(), emails()).flatMap(List::stream))
                .allSatisfy(refused -> assertThat(call(refused, headers(tenant().zavu(), "application/json"))
                                .status())
                        .isBetween(400, 404));

        assertThat(ids(http().get("/v1/messages?limit=1", tenant().zavu()).text())).isEqualTo(ids(before));
    }

    private static Set<String> ids(String page) {
        return StreamSupport.stream(Http.parse(page).get("items").values().spliterator(), false)
                .map(item -> item.get("id").getStringValue())
                .collect(Collectors.toSet());
    }

    private Answer call(Refused refused, Map<String, String> headers) {
        return http().send(refused.method(), filled(refused.path()), headers, refused.body() == null ? null : filled(refused.body().replace('\'', '"')));
    }

    private String filled(String text) {
        return text.replace("$customer", customer)
                .replace("$stranger", RunningStele.newCustomer())
                .replace("$inbound", inbound)
                .replace("$outbound", outbound)
                .replace("$sms", sms);
    }

    private static Map<String, String> headers(String key, String contentType) {
        return Map.of("Authorization", "Bearer " + key, "Content-Type", contentType);
    }

    /** Flat, with nothing of the framework or of Java in it. */
    private static void isEnvelope(Answer answer, String code) {
        assertThat(answer.string("code")).as(answer.text()).isEqualTo(code);
        assertThat(answer.string("message")).isNotBlank();
        Set<String> members = StreamSupport.stream(answer.body().entries().spliterator(), false)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertThat(members).isSubsetOf("code", "message", "details");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.text()).doesNotContain("io.stele", "micronaut", "Exception", "java.");
    }

    /** The steps of the first wrong member's path, joined as people write them; empty when none is named. */
    private static String path(Answer answer) {
        JsonNode steps = answer.at("details", "errors", 0, "path");
        StringBuilder path = new StringBuilder();
        for (JsonNode step : steps.isArray() ? steps.values() : List.<JsonNode>of()) {
            if (step.isNumber()) {
                path.append('[').append(step.getIntValue()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getStringValue());
            }
        }
        return path.toString();
    }
}
