package io.stele.server.api.zavu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.json.tree.JsonNode;
import io.stele.server.Answer;
import io.stele.server.Http;
import io.stele.server.RunningStele;
import io.stele.server.SteleServerTest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call of Zavu's that this server serves, by plain HTTP. */
abstract class ZavuEndpointsTest extends SteleServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

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
    void a_message_goes_from_queued_to_read_and_never_back() {
        String customer = stele().customerInConversation();
        String id = sentTo(customer, "Hi");
        List<String> order = List.of("queued", "sending", "sent", "delivered", "read");
        List<Integer> seen = new ArrayList<>();

        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            seen.add(order.indexOf(get("/v1/messages/" + id).string("message", "status")));
            return seen.getLast() == order.size() - 1;
        });

        assertThat(seen).isSorted().doesNotContain(-1);
        assertThat(get("/v1/messages/" + id).string("message", "providerMessageId")).isNotBlank();
    }

    @Test
    void a_message_is_found_by_the_provider_s_id_too() {
        String customer = stele().customerInConversation();
        String id = sentTo(customer, "Hi");
        await().atMost(PATIENCE).until(() -> get("/v1/messages/" + id).text().contains("providerMessageId"));

        String provider = get("/v1/messages/" + id).string("message", "providerMessageId");

        assertThat(get("/v1/messages/" + provider).string("message", "id")).isEqualTo(id);
    }

    @Test
    void a_list_is_walked_newest_first_and_ends() {
        String customer = stele().customerInConversation();
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            sent.addFirst(sentTo(customer, "n" + i));
        }
        List<String> seen = new ArrayList<>();
        String query = "/v1/messages?limit=2&to=" + customer.replace("+", "%2B");
        String cursor = "";
        int pages = 0;

        do {
            Answer page = get(query + cursor);
            page.at("items").values().forEach(item -> seen.add(item.get("id").getStringValue()));
            JsonNode next = page.at("nextCursor");
            cursor = next.isNull() ? "" : "&cursor=" + next.getStringValue();
            pages++;
        } while (!cursor.isEmpty());

        assertThat(seen).isEqualTo(sent);
        assertThat(pages).isEqualTo(2);
    }

    @Test
    void a_list_is_narrowed_by_channel_and_status() {
        String customer = stele().customerInConversation();
        String sms = send("{'to':'" + customer + "','channel':'sms','text':'Hi'}").string("message", "id");
        String to = "to=" + customer.replace("+", "%2B");

        assertThat(ids(get("/v1/messages?channel=sms&" + to))).containsExactly(sms);
        assertThat(ids(get("/v1/messages?channel=whatsapp&" + to))).isEmpty();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ids(get("/v1/messages?status=delivered&" + to))).containsExactly(sms));
        assertThat(get("/v1/messages?status=failed&" + to).text()).isEqualTo("{\"items\":[],\"nextCursor\":null}");
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
        assertThat(second.string("details", "messageId")).isEqualTo(first.string("message", "id"));
        assertThat(second.string("details", "message", "text")).isEqualTo("once");
        assertThat(ids(get("/v1/messages?to=" + customer.replace("+", "%2B")))).hasSize(1);
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

    @Test
    void a_reaction_is_a_new_message_about_the_old_one() {
        String inbound = stele().writeIn(RunningStele.newCustomer());

        Answer reaction = post("/v1/messages/" + inbound + "/reactions", "{'emoji':'🎉'}");
        Answer takenBack = post("/v1/messages/" + inbound + "/reactions", "{'emoji':''}");

        assertThat(reaction.status()).as(reaction.text()).isEqualTo(202);
        assertThat(reaction.string("message", "id")).isNotEqualTo(inbound);
        assertThat(reaction.string("message", "messageType")).isEqualTo("reaction");
        assertThat(reaction.string("message", "content", "emoji")).isEqualTo("🎉");
        assertThat(reaction.string("message", "content", "reactToMessageId")).isEqualTo(inbound);
        assertThat(takenBack.status()).isEqualTo(202);
        assertThat(takenBack.string("message", "content", "emoji")).isEmpty();
    }

    @Test
    void typing_needs_neither_a_body_nor_a_content_type() {
        String inbound = stele().writeIn(RunningStele.newCustomer());

        Answer typing = http().send(
                        "POST",
                        "/v1/messages/" + inbound + "/typing",
                        Map.of("Authorization", "Bearer " + tenant().zavu()),
                        null);

        assertThat(typing.status()).as(typing.text()).isEqualTo(202);
        assertThat(typing.text()).isEqualTo("{\"success\":true}");
    }

    @Test
    void the_files_of_an_email_are_listed_with_links_that_need_no_key() {
        Answer sent = send("{'to':'ada@example.com','subject':'Plan','text':'See','htmlBody':'<p>See</p>',"
                + "'replyTo':'desk@example.com','attachments':["
                + "{'filename':'plän.txt','content':'cGxhbg=='},"
                + "{'filename':'logo.png','path':'https://files.example.com/logo.png','content_id':'logo'}]}");
        assertThat(sent.status()).as(sent.text()).isEqualTo(202);
        assertThat(sent.string("message", "subject")).isEqualTo("Plan");
        assertThat(sent.string("message", "htmlBody")).isEqualTo("<p>See</p>");
        assertThat(sent.string("message", "replyTo")).isEqualTo("desk@example.com");

        Answer files = get("/v1/messages/" + sent.string("message", "id") + "/attachments");

        assertThat(files.string("items", 0, "filename")).isEqualTo("plän.txt");
        assertThat(files.string("items", 0, "mimeType")).isEqualTo("text/plain");
        assertThat(files.at("items", 0, "size").getIntValue()).isEqualTo(4);
        assertThat(files.at("items", 0, "contentId").isNull()).isTrue();
        assertThat(files.at("items", 1, "isInline").getBooleanValue()).isTrue();
        assertThat(files.string("items", 1, "downloadUrl")).isEqualTo("https://files.example.com/logo.png");
        String link = URI.create(files.string("items", 0, "downloadUrl")).getPath();
        Answer file = http().send("GET", link, Map.of(), null);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.text()).isEqualTo("plan");
        assertThat(file.headers().firstValue("Content-Disposition")).contains("attachment; filename*=UTF-8''pl%C3%A4n.txt");
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("application/octet-stream");
        char last = link.charAt(link.length() - 2);
        String forged = link.substring(0, link.length() - 2) + (last == 'A' ? 'B' : 'A') + link.charAt(link.length() - 1);
        assertThat(http().send("GET", forged, Map.of(), null).status()).isEqualTo(404);
    }

    @Test
    void anything_but_an_email_has_no_files() {
        String id = sentTo(stele().customerInConversation(), "Hi");

        assertThat(get("/v1/messages/" + id + "/attachments").text()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void an_inbound_message_is_received_and_quotes_what_it_answers() {
        String customer = RunningStele.newCustomer();
        stele().writeIn(customer);
        String question = sentTo(customer, "When does it suit you?");
        await().atMost(PATIENCE).until(() -> get("/v1/messages/" + question).text().contains("providerMessageId"));
        String provider = get("/v1/messages/" + question).string("message", "providerMessageId");

        String reply = stele().writeIn(
                        customer,
                        tenant(),
                        ("{'type':'text','text':{'body':'At ten'},'context':{'from':'" + tenant().phoneNumber().substring(1)
                                        + "','id':'" + provider + "'}}")
                                .replace('\'', '"'));

        Answer got = get("/v1/messages/" + reply);
        assertThat(got.string("message", "direction")).isEqualTo("inbound");
        assertThat(got.string("message", "status")).isEqualTo("received");
        assertThat(got.string("message", "from")).isEqualTo(customer);
        assertThat(got.string("message", "to")).isEqualTo(tenant().phoneNumber());
        assertThat(got.string("message", "content", "replyToMessageId")).isEqualTo(question);
        assertThat(got.string("message", "content", "replyToProviderMessageId")).isEqualTo(provider);
        assertThat(got.string("message", "content", "replyToText")).isEqualTo("When does it suit you?");
        assertThat(got.string("message", "content", "replyToMessageType")).isEqualTo("text");
    }

    @Test
    void a_conversation_holds_every_channel_and_counts_what_nobody_has_read() {
        String customer = RunningStele.newCustomer();
        stele().writeIn(customer, tenant(), "{\"name\":\"Zelda Quist\",\"type\":\"text\",\"text\":{\"body\":\"Is it ready?\"}}");
        String sms = send("{'to':'" + customer + "','channel':'sms','text':'Yes'}").string("message", "id");
        String thread = get("/v1/messages/" + sms).string("message", "conversationId");

        Answer got = get("/v1/conversations/" + thread);

        assertThat(got.string("conversation", "id")).isEqualTo(thread);
        assertThat(got.string("conversation", "contactIdentifier")).isEqualTo(customer);
        assertThat(got.string("conversation", "senderId")).isEqualTo(tenant().senderId());
        assertThat(got.at("conversation", "channels")).isEqualTo(Http.parse("[\"sms\",\"whatsapp\"]"));
        assertThat(got.at("conversation", "messageCount").getIntValue()).isEqualTo(2);
        assertThat(got.at("conversation", "unreadCount").getIntValue()).isEqualTo(1);
        assertThat(got.string("conversation", "lastMessage", "text")).isEqualTo("Yes");
        assertThat(got.string("conversation", "lastMessage", "direction")).isEqualTo("outbound");
        assertThat(get("/v1/conversations/" + thread + "/messages?limit=1").string("items", 0, "id")).isEqualTo(sms);
        assertThat(ids(get("/v1/conversations/" + thread + "/messages"))).hasSize(2);
        Answer read = http().send(
                        "POST",
                        "/v1/conversations/" + thread + "/read",
                        Map.of("Authorization", "Bearer " + tenant().zavu()),
                        null);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.at("conversation", "unreadCount").getIntValue()).isZero();
    }

    @Test
    void conversations_are_found_by_name_number_channel_and_sender() {
        String customer = RunningStele.newCustomer();
        stele().writeIn(customer, tenant(), "{\"name\":\"Ottoline Grüber\",\"type\":\"text\",\"text\":{\"body\":\"Hello\"}}");

        assertThat(identifiers("search=otto")).containsExactly(customer);
        assertThat(identifiers("search=Ottoline%20Gr")).containsExactly(customer);
        assertThat(identifiers("search=" + customer.replace("+", "%2B"))).containsExactly(customer);
        assertThat(identifiers("search=toline")).isEmpty();
        assertThat(identifiers("search=")).isEmpty();
        assertThat(identifiers("search=%20")).isEmpty();
        assertThat(identifiers("search=otto&channel=whatsapp")).containsExactly(customer);
        assertThat(identifiers("search=otto&channel=sms")).isEmpty();
        assertThat(identifiers("search=otto&senderId=" + tenant().senderId())).containsExactly(customer);
        assertThat(identifiers("search=otto&senderId=nobody")).isEmpty();
        assertThat(identifiers("search=otto&senderId=" + "0".repeat(26))).isEmpty();
    }

    @Test
    void conversations_are_walked_most_recently_active_first() {
        List<String> customers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            customers.addFirst(stele().customerInConversation());
        }
        List<String> seen = new ArrayList<>();
        Set<String> cursors = new HashSet<>();
        String cursor = "";

        do {
            Answer page = get("/v1/conversations?limit=2" + cursor);
            page.at("items").values().forEach(item -> seen.add(item.get("contactIdentifier").getStringValue()));
            JsonNode next = page.at("nextCursor");
            assertThat(next.isNull() || page.at("items").size() > 0).isTrue();
            cursor = next.isNull() ? "" : "&cursor=" + next.getStringValue();
            assertThat(cursor.isEmpty() || cursors.add(cursor)).isTrue();
        } while (!cursor.isEmpty());

        assertThat(seen).startsWith(customers.toArray(String[]::new)).doesNotHaveDuplicates();
    }

    @Test
    void whose_key_it_is_and_what_it_costs() {
        Answer live = get("/v1/me");
        Answer test = http().get("/v1/me", tenant().zavuTest());

        assertThat(live.at("isTestMode").getBooleanValue()).isFalse();
        assertThat(test.at("isTestMode").getBooleanValue()).isTrue();
        assertThat(live.string("project", "id")).isEqualTo(test.string("project", "id")).matches("[0-9a-v]{26}");
        assertThat(live.string("project", "name")).isEqualTo("First");
        assertThat(live.at("project", "isSubAccount").getBooleanValue()).isFalse();
        assertThat(live.string("apiKey", "id")).isNotEqualTo(test.string("apiKey", "id"));
        assertThat(get("/v1/balance").text())
                .isEqualTo("{\"balance\":0,\"currency\":\"USD\",\"isSubAccount\":false,\"totalSpent\":null,\"creditLimit\":null}");
    }

    @Test
    void live_and_test_are_apart() {
        String customer = RunningStele.newCustomer();
        Answer test = http().post(
                        "/v1/messages",
                        tenant().zavuTest(),
                        "{\"to\":\"" + customer + "\",\"channel\":\"sms\",\"text\":\"only a test\"}");
        String id = test.string("message", "id");

        assertThat(get("/v1/messages/" + id).status()).isEqualTo(404);
        assertThat(get("/v1/conversations/" + test.string("message", "conversationId")).status()).isEqualTo(404);
        assertThat(ids(get("/v1/messages?to=" + customer.replace("+", "%2B")))).isEmpty();
        assertThat(http().get("/v1/messages/" + id, tenant().zavuTest()).status()).isEqualTo(200);
    }

    private String channel(String request) {
        Answer sent = send(request);
        assertThat(sent.status()).as(sent.text()).isEqualTo(202);
        return sent.string("message", "channel");
    }

    private String sentTo(String customer, String text) {
        return send("{'to':'" + customer + "','channel':'whatsapp','text':'" + text + "'}").string("message", "id");
    }

    private List<String> identifiers(String query) {
        List<String> found = new ArrayList<>();
        get("/v1/conversations?" + query)
                .at("items")
                .values()
                .forEach(item -> found.add(item.get("contactIdentifier").getStringValue()));
        return found;
    }

    private static List<String> ids(Answer page) {
        List<String> ids = new ArrayList<>();
        page.at("items").values().forEach(item -> ids.add(item.get("id").getStringValue()));
        return ids;
    }

    private Answer send(String json) {
        return post("/v1/messages", json);
    }

    private Answer post(String path, String json) {
        return http().post(path, tenant().zavu(), json.replace('\'', '"'));
    }

    private Answer get(String path) {
        return http().get(path, tenant().zavu());
    }
}
