package io.stele.server.api.zavu;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.stele.server.Answer;
import io.stele.server.Http;
import io.stele.server.RunningStele;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code POST /v1/messages} takes, what it answers, and by which channel it goes. */
abstract class ZavuSendTest extends ZavuTest {

    @Test
    void a_send_answers_with_the_stored_message() {
        String customer = stele().customerInConversation();

        Answer sent = send("{'to':'" + customer + "','text':'Door code 4471','metadata':{'unit':'12B'}}");

        assertThat(sent.status()).as(sent.text()).isEqualTo(202);
        assertThat(sent.string("message", "id")).matches("[0-9a-v]{32}");
        assertThat(sent.string("message", "to")).isEqualTo(customer);
        assertThat(sent.string("message", "from")).isEqualTo(tenant().phoneNumber());
        assertThat(sent.string("message", "senderId")).isEqualTo(tenant().senderId());
        assertThat(sent.string("message", "channel")).isEqualTo("whatsapp");
        assertThat(sent.string("message", "status")).isEqualTo("queued");
        assertThat(sent.string("message", "metadata", "unit")).isEqualTo("12B");
        assertThat(sent.text()).contains("\"cost\":null,\"costProvider\":null,\"costTotal\":null");
        Answer got = get("/v1/messages/" + sent.string("message", "id"));
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.string("message", "text")).isEqualTo("Door code 4471");
        assertThat(got.string("message", "createdAt")).isEqualTo(sent.string("message", "createdAt"));
    }

    static Stream<Arguments> contents() {
        return Stream.of(
                Arguments.of("image", "Look", "{'mediaUrl':'https://files.example.com/a.jpg','mimeType':'image/jpeg'}"),
                Arguments.of("video", "Watch", "{'mediaId':'v1'}"),
                Arguments.of("audio", null, "{'mediaUrl':'https://files.example.com/a.ogg'}"),
                Arguments.of("document", "Read", "{'mediaUrl':'https://files.example.com/a.pdf','filename':'ä b.pdf'}"),
                Arguments.of("sticker", null, "{'mediaId':'s1'}"),
                Arguments.of(
                        "location",
                        null,
                        "{'latitude':-33.0458,'longitude':-71.6197,'locationName':'Harbour','locationAddress':'12 Quay'}"),
                Arguments.of(
                        "contact", null, "{'contacts':[{'name':'Ana','phones':['+4915212345678','+4915212345679']}]}"),
                Arguments.of("buttons", "Come?", "{'buttons':[{'id':'y','title':'Yes'},{'id':'n','title':'No'}]}"),
                Arguments.of(
                        "list",
                        "When?",
                        "{'listButton':'Hours','sections':[{'title':'Morning','rows':[{'id':'9','title':'Nine','description':'Early'},{'id':'10','title':'Ten'}]}]}"),
                Arguments.of(
                        "cta_url",
                        "The way",
                        "{'ctaDisplayText':'Open','ctaUrl':'https://example.com/map','ctaHeaderType':'image','ctaHeaderMediaUrl':'https://example.com/a.png','footerText':'Soon'}"),
                Arguments.of("request_contact_info", "Your number?", null),
                Arguments.of("location_request", "Where are you?", null),
                Arguments.of(
                        "template",
                        null,
                        "{'templateId':'visit','templateVariables':{'1':'Ada','2':'Tue'},'templateButtonVariables':{'0':'v1'},'templateHeaderVariables':{'1':'Visit'}}"));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void every_type_comes_back_as_it_was_sent(String type, @Nullable String text, @Nullable String content) {
        String customer = stele().customerInConversation();

        Answer sent = send("{'to':'" + customer + "','messageType':'" + type + "'"
                + (text == null ? "" : ",'text':'" + text + "'")
                + (content == null ? "" : ",'content':" + content) + "}");

        assertThat(sent.status()).as(sent.text()).isEqualTo(202);
        Answer got = get("/v1/messages/" + sent.string("message", "id"));
        assertThat(got.string("message", "messageType")).isEqualTo(type);
        assertThat(got.at("message", "text"))
                .isEqualTo(text == null ? JsonNode.nullNode() : JsonNode.createStringNode(text));
        assertThat(got.at("message", "content"))
                .isEqualTo(content == null ? JsonNode.nullNode() : Http.parse(content.replace('\'', '"')));
    }

    @Test
    void a_key_that_was_used_is_a_conflict_that_need_not_be_tried_again() {
        String customer = stele().customerInConversation();
        String request = "{'to':'" + customer + "','text':'once','idempotencyKey':'k-" + customer + "'}";
        Answer first = send(request);

        Answer second = send(request);
        Answer other = send(request.replace("once", "twice"));

        assertThat(List.of(second, other)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.string("code")).isEqualTo("idempotency_conflict");
            assertThat(answer.headers().firstValue("x-should-retry")).contains("false");
        });
        assertThat(List.of(second, other)).allSatisfy(answer -> {
            assertThat(answer.string("details", "messageId")).isEqualTo(first.string("message", "id"));
            assertThat(answer.string("details", "message", "text")).isEqualTo("once");
        });
        assertThat(ids(get("/v1/messages?to=" + customer.replace("+", "%2B")))).hasSize(1);
    }

    @Test
    void a_request_that_names_its_sender_is_another_request() {
        String customer = stele().customerInConversation();
        String request = "{'to':'" + customer + "','text':'once','idempotencyKey':'s-" + customer + "'}";
        Answer first = send(request);

        Answer named = http().send(
                        "POST",
                        "/v1/messages",
                        Map.of(
                                "Authorization", "Bearer " + tenant().zavu(),
                                "Content-Type", "application/json",
                                "x-stainless-retry-count", "1",
                                "Zavu-Sender", tenant().senderId()),
                        request.replace('\'', '"'));

        assertThat(first.status()).isEqualTo(202);
        assertThat(named.status()).isEqualTo(409);
    }

    @Test
    void what_a_client_leaves_empty_goes_with_everything() {
        String customer = stele().customerInConversation();

        Answer place = send("{'to':'" + customer + "','messageType':'location','text':'','subject':'','htmlBody':'',"
                + "'replyTo':'','voiceLanguage':'','attachments':[],"
                + "'content':{'latitude':1,'longitude':2,'mediaUrl':'','buttons':[],'templateVariables':{}}}");

        assertThat(place.status()).as(place.text()).isEqualTo(202);
    }

    @Test
    void a_file_s_id_that_is_left_empty_counts_as_left_out() {
        String customer = stele().customerInConversation();

        Answer media = send("{'to':'" + customer + "','messageType':'image','text':'','content':"
                + "{'mediaId':'','mediaUrl':'https://files.example.com/a.jpg','filename':'','mimeType':''}}");

        assertThat(media.status()).as(media.text()).isEqualTo(202);
        assertThat(media.at("message", "content"))
                .isEqualTo(Http.parse("{\"mediaUrl\":\"https://files.example.com/a.jpg\"}"));
    }

    @ParameterizedTest
    @CsvSource({"1,202", "2,202", "0,409"})
    void the_client_s_own_repetition_is_answered_like_the_first(String retries, int status) {
        String customer = stele().customerInConversation();
        String request = "{'to':'" + customer + "','text':'once','idempotencyKey':'r-" + customer + "'}";
        Answer first = send(request);

        Answer again = http().send(
                        "POST",
                        "/v1/messages",
                        Map.of(
                                "Authorization", "Bearer " + tenant().zavu(),
                                "Content-Type", "application/json",
                                "x-stainless-retry-count", retries),
                        request.replace('\'', '"'));

        assertThat(again.status()).isEqualTo(status);
        if (status == 202) {
            assertThat(again.string("message", "id")).isEqualTo(first.string("message", "id"));
        }
    }

    @Test
    void the_address_and_the_window_choose_the_channel() {
        String stranger = RunningStele.newCustomer();
        String customer = stele().customerInConversation();

        assertThat(channel("{'to':'" + stranger + "','text':'Hi'}")).isEqualTo("sms");
        assertThat(channel("{'to':'" + stranger + "','channel':'auto','text':'Hi'}")).isEqualTo("sms");
        assertThat(channel("{'to':'" + customer + "','text':'Hi'}")).isEqualTo("whatsapp");
        assertThat(channel("{'to':'" + customer + "','channel':'sms','text':'Hi'}")).isEqualTo("sms");
        assertThat(channel("{'to':'" + customer.substring(1) + "','channel':'sms','text':'Hi'}")).isEqualTo("sms");
        assertThat(channel("{'to':'ada@example.com','channel':'sms','subject':'S','text':'Hi'}")).isEqualTo("email");
        assertThat(channel("{'to':'" + customer
                        + "','channel':'sms','messageType':'buttons','text':'?','content':{'buttons':[{'id':'y','title':'Y'}]}}"))
                .isEqualTo("whatsapp");
        assertThat(channel("{'to':'" + stranger + "','messageType':'template','content':{'templateId':'t'}}"))
                .isEqualTo("whatsapp");
        assertThat(channel("{'to':'123456789','channel':'telegram','text':'Hi'}")).isEqualTo("telegram");
        assertThat(channel("{'to':'" + stranger + "','channel':'voice','text':'Hi','voiceLanguage':'en-GB'}"))
                .isEqualTo("voice");
    }

    @Test
    void unknown_members_are_ignored() {
        String customer = stele().customerInConversation();

        assertThat(send("{'to':'" + customer + "','text':'Hi','scheduledAt':{'any':[1]},'from':7}").status())
                .isEqualTo(202);
    }

    private String channel(String request) {
        Answer sent = send(request);
        assertThat(sent.status()).as(sent.text()).isEqualTo(202);
        return sent.string("message", "channel");
    }
}
