package io.stele.server.api.chirp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.json.tree.JsonNode;
import io.stele.server.Answer;
import io.stele.server.RunningStele;
import io.stele.server.SteleServerTest;
import io.stele.server.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every call of Chirp's, as a client without a library makes it. */
abstract class ChirpCallsTest extends SteleServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int KEYS_OF_A_MESSAGE = 48;

    private String body(String customer, String members) {
        return "{\"from\":\"%s\",\"to\":\"%s\",%s}".formatted(tenant().phoneNumber(), customer, members);
    }

    private Answer send(String customer, String members) {
        Answer answer = http().post("/v1/whatsapp/messages", tenant().chirpApp(), body(customer, members));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private Answer text(String customer, String words) {
        return send(customer, "\"type\":\"text\",\"text\":{\"body\":\"" + words + "\"}");
    }

    private Answer message(String id) {
        Answer answer = http().get("/v1/organization/whatsapp/messages/" + id, tenant().chirpAdmin());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    /** The newest message of the app, which is this customer's. */
    private Answer newestOf(String customer) {
        Answer answer = http().get("/v1/whatsapp/messages?limit=1", tenant().chirpApp());
        assertThat(answer.string("messages", 0, "fromPhoneNumber")).isEqualTo(customer);
        return message(answer.string("messages", 0, "id"));
    }

    private static String json(JsonNode node) {
        return node.isString() ? node.getStringValue() : String.valueOf(node.getValue());
    }

    static Stream<Arguments> sends() {
        return Stream.of(
                Arguments.of("\"type\":\"text\",\"text\":{\"body\":\"Hi\"}", Map.of("textBody", "Hi")),
                Arguments.of(
                        "\"type\":\"image\",\"media\":{\"mediaId\":\"media_1\",\"caption\":\"C\"}",
                        Map.of("mediaCaption", "C")),
                Arguments.of(
                        "\"type\":\"video\",\"media\":{\"mediaId\":\"media_2\",\"caption\":\"C\"}",
                        Map.of("mediaCaption", "C")),
                Arguments.of("\"type\":\"audio\",\"media\":{\"mediaId\":\"media_3\"}", Map.of()),
                Arguments.of(
                        "\"type\":\"document\",\"media\":{\"mediaId\":\"med_4\",\"filename\":\"a.pdf\"}",
                        Map.of("mediaFilename", "a.pdf")),
                Arguments.of("\"type\":\"sticker\",\"sticker\":{\"mediaId\":\"media_5\"}", Map.of()),
                Arguments.of(
                        "\"type\":\"location\",\"location\":{\"latitude\":40.4168,\"longitude\":-3.70,\"name\":\"Sol\"}",
                        Map.of("locationLatitude", "40.4168", "locationLongitude", "-3.7", "locationName", "Sol")),
                Arguments.of(
                        "\"type\":\"contacts\",\"contacts\":{\"contacts\":[{\"name\":{\"formattedName\":\"Ana\"}}]}",
                        Map.of()),
                Arguments.of(
                        "\"type\":\"template\",\"template\":{\"name\":\"booking\",\"language\":\"es\",\"variables\":{\"1\":\"Ana\"}}",
                        Map.of()),
                Arguments.of(
                        "\"type\":\"interactive\",\"interactive\":{\"type\":\"buttons\",\"body\":\"B\",\"buttons\":[{\"id\":\"y\",\"title\":\"Yes\"}]}",
                        Map.of()));
    }

    @ParameterizedTest
    @MethodSource("sends")
    void aMessageOfEachTypeIsSentAndReadBack(String members, Map<String, String> shown) {
        String customer = stele().customerInConversation();

        Answer sent = send(customer, members);
        Answer read = message(sent.string("id"));

        assertThat(sent.string("status")).isEqualTo("queued");
        assertThat(sent.string("to")).isEqualTo(customer);
        assertThat(sent.string("messaging_product")).isEqualTo("whatsapp");
        assertThat(sent.string("contacts", 0, "wa_id")).isEqualTo(customer.substring(1));
        assertThat(read.string("type")).isEqualTo(sent.string("type"));
        assertThat(read.body().size()).isEqualTo(KEYS_OF_A_MESSAGE);
        shown.forEach((key, value) -> assertThat(read.string(key)).isEqualTo(value));
    }

    /** The other members of the reference's sample, in whatever form a client fills them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"contacts\":[]",
                "\"media\":\"x\"",
                "\"location\":{\"latitude\":\"1\"}",
                "\"template\":{\"name\":\"x\",\"language\":{\"code\":\"en\"}}",
                "\"interactive\":{\"type\":\"button\",\"body\":{\"text\":\"x\"}}"
            })
    void aMemberThatTheTypeDoesNotSelectIsNotRead(String member) {
        String id = send(stele().customerInConversation(), "\"type\":\"text\",\"text\":{\"body\":\"Hi\"}," + member)
                .string("id");

        assertThat(message(id).string("type")).isEqualTo("text");
        assertThat(message(id).string("textBody")).isEqualTo("Hi");
    }

    @Test
    void aReactionNamesTheMessageThatItIsAbout() {
        String customer = stele().customerInConversation();
        String inbound = newestOf(customer).string("id");

        Answer sent = send(
                customer, "\"type\":\"reaction\",\"reaction\":{\"messageId\":\"" + inbound + "\",\"emoji\":\"👍\"}");

        assertThat(message(sent.string("id")).string("reactionMessageId")).isEqualTo(inbound);
        assertThat(message(sent.string("id")).string("reactionEmoji")).isEqualTo("👍");
    }

    @Test
    void aReplyQuotesItsMessage() {
        String customer = stele().customerInConversation();
        String inbound = newestOf(customer).string("id");

        Answer sent = send(customer, "\"type\":\"text\",\"text\":{\"body\":\"Yes\"},\"replyTo\":\"" + inbound + "\"");

        assertThat(message(sent.string("id")).string("replyToMessageId")).isEqualTo(inbound);
    }

    @Test
    void whatAnInteractiveMessageSaysIsShownAsItWasSent() {
        String customer = stele().customerInConversation();
        String list = "{\"type\":\"list\",\"body\":\"Pick\",\"buttonText\":\"Slots\",\"sections\":[{\"title\":\"Evening\","
                + "\"rows\":[{\"id\":\"s\",\"title\":\"20:30\",\"description\":\"Terrace\"}]}]}";

        Answer sent = send(customer, "\"type\":\"interactive\",\"interactive\":" + list);

        assertThat(message(sent.string("id")).text()).contains("\"interactiveData\":" + list);
    }

    @Test
    void aSentMessageIsDeliveredAndRead() {
        String id = text(stele().customerInConversation(), "Hi").string("id");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(message(id).string("recipients", 0, "status")).isEqualTo("READ"));
        Answer read = message(id);
        List<String> stamps = Stream.of("queuedAt", "sentAt", "deliveredAt", "readAt")
                .map(read::string)
                .toList();

        assertThat(stamps).isSorted();
        assertThat(stamps).allMatch(stamp -> stamp.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
        assertThat(read.string("conversationWindow", "id")).startsWith("wacw_");
        assertThat(read.at("failedAt").isNull()).isTrue();
    }

    @Test
    void aTemplateReachesAStranger() {
        String stranger = RunningStele.newCustomer();

        Answer sent = http().post(
                        "/v1/whatsapp/templates/send",
                        tenant().chirpApp(),
                        body(
                                stranger,
                                "\"templateName\":\"parcel\",\"languageCode\":\"es\",\"variables\":{\"customer\":\"Ana\"},\"buttonVariables\":{\"button_0\":[\"ES-88\"]}"));

        assertThat(sent.status()).as(sent.text()).isEqualTo(200);
        assertThat(sent.string("messages", 0, "message_status")).isEqualTo("accepted");
        assertThat(message(sent.string("id")).text())
                .contains(
                        "\"templateData\":{\"name\":\"parcel\",\"language\":\"es\",\"variables\":{\"customer\":\"Ana\"},\"buttonVariables\":{\"button_0\":[\"ES-88\"]}}");
    }

    @Test
    void aMessageIsFoundByMetasIdToo() {
        Answer sent = text(stele().customerInConversation(), "Hi");

        assertThat(message(sent.string("messages", 0, "id")).string("id")).isEqualTo(sent.string("id"));
    }

    @Test
    void theSameRequestWithTheSameKeyIsOneMessage() {
        String customer = stele().customerInConversation();
        Map<String, String> headers = Map.of(
                "Authorization", "Bearer " + tenant().chirpApp(),
                "Content-Type", "application/json",
                "Idempotency-Key", "key-of-" + customer);
        String body = body(customer, "\"type\":\"text\",\"text\":{\"body\":\"Once\"}");

        Answer first = http().send("POST", "/v1/whatsapp/messages", headers, body);
        Answer second = http().send("POST", "/v1/whatsapp/messages", headers, body);

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text()).isEqualTo(first.text());
    }

    @Test
    void anInboundMessageIsMarkedAsReadAlsoWhileAnAnswerIsBeingWritten() {
        for (String path : List.of("/v1/whatsapp/messages/read", "/v1/whatsapp/messages/typing")) {
            String id = newestOf(stele().customerInConversation()).string("id");
            assertThat(message(id).at("readAt").isNull()).isTrue();

            Answer marked = http().post(path, tenant().chirpApp(), "{\"messageId\":\"" + id + "\"}");

            assertThat(marked.text()).isEqualTo("{\"success\":true}");
            assertThat(message(id).at("readAt").isString()).isTrue();
        }
    }

    @Test
    void aListIsWalkedByItsCursor() {
        Tenant walker = stele().found("Walker");
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            stele().writeIn(RunningStele.newCustomer(), walker, "{\"type\":\"text\",\"text\":{\"body\":\"" + i + "\"}}");
        }
        String cursor = "";
        List<Integer> sizes = new ArrayList<>();
        do {
            Answer page = http().get(
                    "/v1/organization/whatsapp/messages?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor),
                    walker.chirpAdmin());
            sizes.add(page.at("messages").size());
            page.at("messages").values().forEach(each -> written.add(json(each.get("textBody"))));
            assertThat(json(page.at("totalCount"))).isEqualTo("5");
            cursor = page.at("nextCursor").isNull() ? "" : page.string("nextCursor");
        } while (!cursor.isEmpty());

        assertThat(sizes).containsExactly(2, 2, 1);
        assertThat(written).containsExactly("4", "3", "2", "1", "0");
        assertThat(http().get("/v1/whatsapp/messages?limit=2&offset=4", walker.chirpApp()).string("messages", 0, "textBody"))
                .isEqualTo("0");
    }

    @Test
    void aListIsFiltered() {
        Tenant chooser = stele().found("Chooser");
        String customer = RunningStele.newCustomer();
        stele().writeIn(customer, chooser, "{\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}");
        http().post(
                        "/v1/whatsapp/messages",
                        chooser.chirpApp(),
                        "{\"from\":\"%s\",\"to\":\"%s\",\"type\":\"image\",\"media\":{\"mediaId\":\"m\"}}"
                                .formatted(chooser.phoneNumber(), customer));
        Answer number = http().get("/v1/organization/whatsapp/phone-numbers", chooser.chirpAdmin());
        String app = number.string("phoneNumbers", 0, "apps", 0, "appId");

        Map<String, Integer> found = Map.of(
                "", 2,
                "?direction=INBOUND", 1,
                "?direction=OUTBOUND&type=image", 1,
                "?type=text", 1,
                "?type=order", 0,
                "?appId=" + app, 2,
                "?appId=app_2wJ0cQ8rTfYk5LmPz3VnBxGhAeS", 0,
                "?whatsappPhoneNumberId=" + number.string("phoneNumbers", 0, "id"), 2,
                "?whatsappPhoneNumberId=wapn_2wJ0cQ8rTfYk5LmPz3VnBxGhAeS", 0);

        found.forEach((query, count) -> {
            Answer page = http().get("/v1/organization/whatsapp/messages" + query, chooser.chirpAdmin());
            assertThat(page.at("messages").size()).as(query).isEqualTo(count);
            assertThat(json(page.at("totalCount"))).as(query).isEqualTo(String.valueOf(count));
            assertThat(page.at("nextCursor").isNull()).as(query).isTrue();
        });
    }

    @Test
    void theMessagesOfANumberAreThoseOfItsOwnMode() {
        Tenant owner = stele().found("Modes");
        stele().writeIn(RunningStele.newCustomer(), owner, "{\"type\":\"text\",\"text\":{\"body\":\"Live\"}}");
        http().post(
                        "/v1/playground/whatsapp/inbound",
                        owner.chirpTest(),
                        "{\"from\":\"%s\",\"to\":\"%s\",\"text\":\"Test\"}"
                                .formatted(RunningStele.newCustomer(), owner.phoneNumber()));
        String live = http().get("/v1/whatsapp/phone-numbers", owner.chirpApp()).string("phoneNumbers", 0, "id");
        String test = http().get("/v1/whatsapp/phone-numbers", owner.chirpTest()).string("phoneNumbers", 0, "id");
        String pretended = live.replace("wapn_", "wapn_test_");

        Map.of(live, "Live", test, "Test", pretended, "")
                .forEach((number, text) -> {
                    Answer page = http().get(
                            "/v1/organization/whatsapp/messages?whatsappPhoneNumberId=" + number, owner.chirpAdmin());
                    List<String> texts = new ArrayList<>();
                    page.at("messages").values().forEach(each -> texts.add(json(each.get("textBody"))));
                    assertThat(texts).as(number).isEqualTo(text.isEmpty() ? List.of() : List.of(text));
                });
    }

    @Test
    void theOrganizationsNumbersAreListedAndRead() {
        Answer list = http().get("/v1/organization/whatsapp/phone-numbers", tenant().chirpAdmin());
        String id = list.string("phoneNumbers", 0, "id");

        assertThat(list.at("phoneNumbers").size()).isEqualTo(1);
        assertThat(list.at("nextCursor").isNull()).isTrue();
        assertThat(list.string("phoneNumbers", 0, "displayPhoneNumber")).isEqualTo(tenant().phoneNumber());
        assertThat(list.string("phoneNumbers", 0, "metaPhoneNumberId")).isEqualTo(tenant().phoneNumberId());
        assertThat(list.string("phoneNumbers", 0, "metaBusinessAccountId")).isEqualTo(tenant().wabaId());
        assertThat(http().get("/v1/organization/whatsapp/phone-numbers/" + id, tenant().chirpAdmin()).body())
                .isEqualTo(list.at("phoneNumbers", 0));
        assertThat(http().get("/v1/whatsapp/phone-numbers/" + id, tenant().chirpApp()).body())
                .isEqualTo(list.at("phoneNumbers", 0));
        assertThat(http().get("/v1/whatsapp/phone-numbers", tenant().chirpApp()).body()).isEqualTo(list.body());
    }

    @Test
    void anAdminListsATestAppByItsName() {
        Answer list = http().get("/v1/whatsapp/phone-numbers", tenant().chirpTest());
        String app = list.string("phoneNumbers", 0, "apps", 0, "appId");

        assertThat(app).startsWith("app_test_");
        assertThat(http().get("/v1/organization/whatsapp/phone-numbers?appId=" + app, tenant().chirpAdmin()).body())
                .isEqualTo(list.body());
    }

    @Test
    void aPretendCustomerWritesToATestAppAndIsAnswered() {
        String customer = RunningStele.newCustomer();
        Answer queued = http().post(
                        "/v1/playground/whatsapp/inbound",
                        tenant().chirpTest(),
                        "{\"from\":\"%s\",\"to\":\"%s\",\"text\":\"Is there a table?\"}"
                                .formatted(customer, tenant().phoneNumber()));

        assertThat(queued.status()).as(queued.text()).isEqualTo(202);
        assertThat(queued.string("status")).isEqualTo("QUEUED");
        Answer written = http().get("/v1/whatsapp/messages/" + queued.string("id"), tenant().chirpTest());
        assertThat(written.string("textBody")).isEqualTo("Is there a table?");
        assertThat(written.string("direction")).isEqualTo("INBOUND");
        assertThat(message(queued.string("id")).body()).isEqualTo(written.body());
        Answer answer = http().post(
                        "/v1/whatsapp/messages",
                        tenant().chirpTest(),
                        body(customer, "\"type\":\"text\",\"text\":{\"body\":\"Yes\"}"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.string("id")).startsWith("msg_wa_test_");
    }

    @Test
    void theFirstMessageToANewTestNumberMakesTheNumber() {
        String number = RunningStele.newCustomer();
        String inbound = "{\"from\":\"%s\",\"to\":\"%s\",\"text\":\"Hi\"}".formatted(RunningStele.newCustomer(), number);

        for (int i = 0; i < 2; i++) {
            assertThat(http().post("/v1/playground/whatsapp/inbound", tenant().chirpTest(), inbound).status())
                    .isEqualTo(202);
        }

        Answer list = http().get("/v1/whatsapp/phone-numbers?limit=1", tenant().chirpTest());
        assertThat(list.string("phoneNumbers", 0, "displayPhoneNumber")).isEqualTo(number);
        assertThat(list.at("phoneNumbers", 0, "isTestNumber").getBooleanValue()).isTrue();
        assertThat(http().get("/v1/whatsapp/phone-numbers?cursor=" + list.string("nextCursor"), tenant().chirpTest())
                        .text())
                .doesNotContain(number);
    }
}
