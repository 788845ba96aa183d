package io.stele.server.api.zavu;

import static io.stele.server.api.zavu.Refused.INVALID;
import static io.stele.server.api.zavu.Refused.post;
import static io.stele.server.api.zavu.Refused.send;
import static io.stele.server.api.zavu.Refused.whatsapp;
import static org.assertj.core.api.Assertions.assertThat;

import io.stele.server.Answer;
import io.stele.server.Http;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be sent is refused by the name of what is wrong, and leaves nothing behind. */
abstract class ZavuSendErrorsTest extends ZavuRefusalsTest {

    static Stream<Refused> refused() {
        return Stream.of(sends(), strangers(), contents(), giants(), emails()).flatMap(List::stream);
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
                send("{'to':'$customer','text':'Hi','idempotencyKey':'a\\u0000'}", "idempotencyKey"),
                send("{'to':'$customer','text':'Hi','idempotencyKey':'a\\ud800'}", "idempotencyKey"),
                send("{'to':'$customer','text':'Hi','metadata':{'a':'" + "x".repeat(65_536) + "'}}", "metadata"),
                send("{'to':'$customer','text':'Hi','metadata':{" + labels(101) + "}}", "metadata"),
                send("{'to':'99887766554433221','text':'Hi'}", "channel"),
                windowClosed("{'to':'$stranger','channel':'whatsapp','text':'Hi'}"),
                windowClosed("{'to':'$stranger','channel':'sms','messageType':'sticker','content':{'mediaId':'s'}}"),
                windowClosed("{'to':'US.13491208655302741918','text':'Hi'}"),
                windowClosed("{'to':'US.13491208655302741918','text':'Hi','channel':'voice'}"),
                windowClosed("{'to':'US.13491208655302741918','text':'Hi','channel':'email'}"),
                windowClosed("{'to':'US.13491208655302741918','text':'Hi','channel':'telegram'}"),
                post("/v1/messages", "{'to':'$customer','text':'Hi','senderId':'nobody'}", 404, "not_found", null),
                post(
                        "/v1/messages",
                        "{'to':'$customer','text':'Hi','senderId':'" + "0".repeat(26) + "'}",
                        404,
                        "not_found",
                        null));
    }

    private static Refused windowClosed(String body) {
        return post("/v1/messages", body, 400, "whatsapp_window_closed", null);
    }

    private static String labels(int count) {
        return IntStream.range(0, count).mapToObj(each -> "'k" + each + "':'v'").collect(Collectors.joining(","));
    }

    /** Members that would be lost. */
    private static List<Refused> strangers() {
        String button = "'ctaDisplayText':'Go','ctaUrl':'https://example.com',";
        return List.of(
                send("{'to':'$customer','text':'Hi','subject':'S'}", "subject"),
                send("{'to':'$customer','text':'Hi','htmlBody':'<p>'}", "htmlBody"),
                send("{'to':'$customer','text':'Hi','replyTo':'desk@example.com'}", "replyTo"),
                send("{'to':'$customer','text':'Hi','voiceLanguage':'es-ES'}", "voiceLanguage"),
                send("{'to':'ada@example.com','subject':'S','text':'T','voiceLanguage':'es-ES'}", "voiceLanguage"),
                send("{'to':'$customer','text':'Hi','content':{'mediaUrl':'https://example.com/a.jpg'}}", "content.mediaUrl"),
                send("{'to':'ada@example.com','subject':'S','text':'T','content':{'mediaId':'a'}}", "content.mediaId"),
                send("{'to':'$customer','channel':'voice','text':'Hi','content':{'emoji':'👍'}}", "content.emoji"),
                whatsapp("location", ",'text':'Here','content':{'latitude':1,'longitude':1}", "text"),
                whatsapp("contact", ",'text':'Him','content':{'contacts':[{'name':'Ana'}]}", "text"),
                whatsapp("template", ",'text':'Hello','content':{'templateId':'t'}", "text"),
                whatsapp("reaction", ",'text':'Yes','content':{'emoji':'👍','reactToMessageId':'$inbound'}", "text"),
                whatsapp("template", ",'content':{'templateId':'t','mediaUrl':'https://example.com/a.jpg'}", "content.mediaUrl"),
                whatsapp("location", ",'content':{'latitude':1,'longitude':1,'filename':'a'}", "content.filename"),
                whatsapp("image", ",'content':{'mediaId':'a','replyToMessageId':'$inbound'}", "content.replyToMessageId"),
                whatsapp(
                        "cta_url",
                        ",'text':'?','content':{" + button
                                + "'ctaHeaderType':'text','ctaHeaderText':'H','ctaHeaderMediaUrl':'https://example.com/a.png'}",
                        "content.ctaHeaderMediaUrl"),
                whatsapp(
                        "cta_url",
                        ",'text':'?','content':{" + button
                                + "'ctaHeaderType':'image','ctaHeaderText':'H','ctaHeaderMediaUrl':'https://example.com/a.png'}",
                        "content.ctaHeaderText"),
                whatsapp("cta_url", ",'text':'?','content':{" + button + "'filename':'a.pdf'}", "content.filename"));
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
                whatsapp("template", ",'content':{'templateId':'t','templateVariables':{'0':'a'}}", "content.templateVariables"),
                whatsapp("template", ",'content':{'templateId':'t','templateVariables':{' ':'a'}}", "content.templateVariables. "),
                whatsapp(
                        "template",
                        ",'content':{'templateId':'t','templateButtonVariables':{'3':'a'}}",
                        "content.templateButtonVariables.3"),
                whatsapp(
                        "template",
                        ",'content':{'templateId':'t','templateButtonVariables':{'first':'a'}}",
                        "content.templateButtonVariables.first"));
    }

    /** What is too large to be kept, where no narrower rule says so. */
    private static List<Refused> giants() {
        String long300 = "x".repeat(300_000);
        return List.of(
                whatsapp("image", ",'content':{'mediaUrl':'https://example.com/" + "x".repeat(8192) + "'}", "content.mediaUrl"),
                whatsapp("image", ",'content':{'mediaId':'" + long300 + "'}", "content"),
                whatsapp("template", ",'content':{'templateId':'" + "x".repeat(513) + "'}", "content.templateId"),
                whatsapp(
                        "template",
                        ",'content':{'templateId':'t','templateVariables':{'1':'" + long300 + "'}}",
                        "content"),
                whatsapp(
                        "contact",
                        ",'content':{'contacts':[{'name':'A','phones':['" + long300 + "']}]}",
                        "content.contacts"),
                send(
                        "{'to':'ada@example.com','subject':'S','text':'T','htmlBody':'" + "x".repeat(1_048_576) + "'}",
                        "text"));
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
                send(
                        subject + "'attachments':[{'filename':'a','content':'YQ==','content_type':'text/plain\\r\\nX: y'}]}",
                        "attachments[0].content_type"),
                send(
                        subject + "'attachments':[{'filename':'a','content':'YQ==','content_id':'" + "x".repeat(101) + "'}]}",
                        "attachments[0].content_id"),
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

    @ParameterizedTest
    @MethodSource("refused")
    void what_is_wrong_is_refused_by_name(Refused refused) {
        assertRefused(refused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "a[99999999999]", "[0]", "", ".", "a]b["})
    void a_key_of_the_caller_s_is_one_step_whatever_it_looks_like(String key) {
        Refused refused = send("{'to':'$customer','text':'Hi','metadata':{'" + key + "':1}}", "metadata");

        Answer answer = call(refused, headers(tenant().zavu(), "application/json"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(path(answer)).containsExactly("metadata", key);
    }

    @Test
    void what_is_refused_leaves_nothing_behind() {
        String before = http().get("/v1/messages?limit=1", tenant().zavu()).text();

        assertThat(refused())
                .allSatisfy(refused -> assertThat(call(refused, headers(tenant().zavu(), "application/json"))
                                .status())
                        .isBetween(400, 404));

        assertThat(ids(http().get("/v1/messages?limit=1", tenant().zavu()).text())).isEqualTo(ids(before));
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

    private static Set<String> ids(String page) {
        return StreamSupport.stream(Http.parse(page).get("items").values().spliterator(), false)
                .map(item -> item.get("id").getStringValue())
                .collect(Collectors.toSet());
    }
}
