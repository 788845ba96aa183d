package io.stele.server.api.zavu;

import static io.stele.server.api.zavu.Refused.post;
import static io.stele.server.api.zavu.Refused.send;
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
        return Stream.of(sends(), RefusedContents.all(), emails()).flatMap(List::stream);
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
