package io.stele.server.api.zavu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.json.tree.JsonNode;
import io.stele.server.Answer;
import io.stele.server.RunningStele;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reading messages, listing them, reacting to them, and the files of emails. */
abstract class ZavuMessagesTest extends ZavuTest {

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
    void a_reaction_goes_to_the_person_of_the_message_and_to_nobody_else() {
        String inbound = stele().writeIn(RunningStele.newCustomer());
        String other = stele().customerInConversation();

        Answer refused = send("{'to':'" + other + "','messageType':'reaction','content':{'emoji':'👍','reactToMessageId':'"
                + inbound + "'}}");

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.string("details", "errors", 0, "path", 1)).isEqualTo("reactToMessageId");
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
}
