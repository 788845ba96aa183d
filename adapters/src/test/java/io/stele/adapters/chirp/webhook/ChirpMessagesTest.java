package io.stele.adapters.chirp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.json.JavaScriptJson;
import io.stele.adapters.webhook.Records;
import io.stele.adapters.webhook.Views;
import io.stele.core.channel.Channel;
import io.stele.core.message.ContactCard;
import io.stele.core.message.ContactCards;
import io.stele.core.message.Content;
import io.stele.core.message.Context;
import io.stele.core.message.Direction;
import io.stele.core.message.Json;
import io.stele.core.message.Location;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import io.stele.core.message.Message;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Order;
import io.stele.core.message.Reaction;
import io.stele.core.message.Referral;
import io.stele.core.message.Reply;
import io.stele.core.message.SystemNote;
import io.stele.core.message.TemplateUse;
import io.stele.core.message.Text;
import io.stele.core.message.Unsupported;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How each kind of content looks in {@code data.message} (contract §6.4). */
class ChirpMessagesTest {

    private static final MediaFile FILE = new MediaFile("9001", "https://files.example.com/9001", "image/jpeg", "9f0c", 20_480L);
    private static final String FLAT = "\"mediaUrl\":\"https://files.example.com/9001\",\"mediaId\":\"9001\"";
    private static final String NO_FILE = "\"mediaUrl\":null,\"mediaId\":null";

    /** More than any way in lets through: so many objects, and as many arrays in them. */
    private static final int DEEPEST = 24;

    /** What every message has, whatever it says. */
    private static final Set<String> OF_ALL = Set.of(
            "id", "direction", "from", "to", "conversationWindow", "receivedAt", "sentAt", "deliveredAt", "readAt", "failedAt",
            "occurredAt", "source", "isHistoricalImport", "context");

    static Stream<Arguments> contents() {
        return Stream.of(
                says(Text.of("Hi"), "{\"type\":\"text\",\"text\":\"Hi\"," + NO_FILE + "}"),
                says(new Media(MediaKind.IMAGE, FILE, "The door", null, null, null), media("image", "\"The door\"", "null")),
                says(new Media(MediaKind.VIDEO, FILE, null, null, null, null), media("video", "null", "null")),
                says(
                        new Media(MediaKind.DOCUMENT, FILE, null, "plan.pdf", null, null),
                        media("document", "null", "\"plan.pdf\"")),
                says(
                        new Media(MediaKind.AUDIO, FILE, null, null, true, null),
                        "{\"type\":\"audio\",\"text\":null," + FLAT + ",\"audio\":" + """
                        {"url":"https://files.example.com/9001","id":"9001","mimeType":"image/jpeg","fileSize":20480,\
                        "isVoiceNote":true,"sha256":"9f0c"}}"""),
                says(
                        new Media(MediaKind.STICKER, FILE, null, null, null, false),
                        "{\"type\":\"sticker\",\"text\":null," + FLAT + ",\"sticker\":" + """
                        {"url":"https://files.example.com/9001","id":"9001","mimeType":"image/jpeg","fileSize":20480,\
                        "isAnimated":false,"sha256":"9f0c"}}"""),
                says(
                        new Location(new BigDecimal("40.4168"), new BigDecimal("-3.7038"), "Sol", null, null),
                        member("location", "{\"latitude\":40.4168,\"longitude\":-3.7038,\"name\":\"Sol\"}", "location")),
                says(
                        new ContactCards(List.of(new ContactCard(
                                new ContactCard.Name("Ana R.", null, null, null, null, null),
                                List.of(new ContactCard.Phone("+15550102244", "CELL", null)),
                                List.of(),
                                List.of(),
                                null,
                                List.of(),
                                null))),
                        member(
                                "contacts",
                                "[{\"name\":{\"formattedName\":\"Ana R.\"},\"phones\":[{\"phone\":\"+15550102244\",\"type\":\"CELL\"}]}]",
                                "contacts")),
                says(
                        new Reaction(new MessageReference(Views.MESSAGE, Direction.OUTBOUND, "wamid.Q"), "👍"),
                        member(
                                "reaction",
                                "{\"messageId\":\"msg_wa_2wJ0cQ8rTfYk5LmPz3VnBxGhAeS\",\"emoji\":\"👍\"}",
                                "reaction")),
                says(
                        new Reaction(MessageReference.foreign("wamid.Q"), null),
                        member("reaction", "{\"messageId\":\"wamid.Q\",\"emoji\":\"\"}", "reaction")),
                says(
                        new Reply.ButtonReply("yes", "Yes"),
                        member("interactive", "{\"type\":\"button_reply\",\"id\":\"yes\",\"title\":\"Yes\"}", "interactive")),
                says(
                        new Reply.ListReply("s-2030", "20:30", "Terrace"),
                        member(
                                "interactive",
                                "{\"type\":\"list_reply\",\"id\":\"s-2030\",\"title\":\"20:30\",\"description\":\"Terrace\"}",
                                "interactive")),
                says(
                        new Reply.QuickReply("Stop", "STOP"),
                        member("button", "{\"text\":\"Stop\",\"payload\":\"STOP\"}", "button")),
                says(
                        new Order("c1", "Today", List.of(new Order.Item("sku-1", 2, "9.50", "EUR"))),
                        member(
                                "order",
                                """
                                {"catalogId":"c1","text":"Today","items":[{"productRetailerId":"sku-1","quantity":2,\
                                "itemPrice":"9.50","currency":"EUR"}]}""",
                                "order")),
                says(
                        new TemplateUse(
                                new TemplateUse.TemplateByName("booking", "es", null),
                                List.of(new TemplateUse.Body(List.of(new TemplateUse.TextParameter(null, "Ana"))))),
                        member(
                                "template",
                                "{\"name\":\"booking\",\"language\":\"es\",\"variables\":{\"1\":\"Ana\"}}",
                                "template")),
                says(
                        new SystemNote("user_changed_number", "Ana changed numbers", "15550102244", Json.Members.EMPTY),
                        member(
                                "system",
                                """
                                {"type":"user_changed_number","body":"Ana changed numbers","newWaId":"15550102244"}""",
                                "system")),
                says(new Unsupported("request_welcome", Json.Members.EMPTY), member("unknown", "{\"type\":\"request_welcome\"}", "system")));
    }

    private static Arguments says(Content content, String expected) {
        return Arguments.of(content, expected);
    }

    private static String member(String type, String value, String name) {
        return "{\"type\":\"" + type + "\",\"text\":null," + NO_FILE + ",\"" + name + "\":" + value + "}";
    }

    private static String media(String type, String caption, String filename) {
        return "{\"type\":\"" + type + "\",\"text\":null," + FLAT + ",\"media\":" + """
                {"url":"https://files.example.com/9001","id":"9001","mimeType":"image/jpeg","caption":%s,"fileSize":20480,\
                "filename":%s,"sha256":"9f0c"}}""".formatted(caption, filename);
    }

    @ParameterizedTest
    @MethodSource("contents")
    void aMessageSaysWhatItSaysInTheMembersOfItsType(Content content, String expected) {
        assertThat(said(Views.inbound(content))).isEqualTo(Records.read(expected));
    }

    @Test
    void anAnswerNamesWhatItAnswers() {
        Message answer = Views.inbound(
                Text.of("At ten"),
                Channel.WHATSAPP,
                Context.answering(new Context.Quote(
                        new MessageReference(Views.MESSAGE, Direction.OUTBOUND, "wamid.Q"), "+15550100001", "When?", null)),
                null);

        assertThat(message(answer).get("context"))
                .isEqualTo(Records.read(
                        """
                        {"messageId":"msg_wa_2wJ0cQ8rTfYk5LmPz3VnBxGhAeS","id":"msg_wa_2wJ0cQ8rTfYk5LmPz3VnBxGhAeS",\
                        "from":"+15550100001"}"""));
    }

    @Test
    void aForwardedMessageSaysSo() {
        Message forwarded =
                Views.inbound(Text.of("Look"), Channel.WHATSAPP, new Context(null, true, true, null), null);

        assertThat(message(forwarded).get("context"))
                .isEqualTo(Records.read("{\"isForwarded\":true,\"isFrequentlyForwarded\":true}"));
    }

    @Test
    void aMessageFromAnAdvertisementNamesIt() {
        Message first = Views.inbound(
                Text.of("A room?"),
                Channel.WHATSAPP,
                Context.NONE,
                new Referral("https://ads.example.com/1", "1", "ad", "A room", null, "image", null, null, null, "ARc", "Hi!"));

        assertThat(message(first).get("referral"))
                .isEqualTo(Records.read(
                        """
                        {"id":"2wJ0cQ8rTfYk5LmPz3VnBxGhAeS","sourceUrl":"https://ads.example.com/1","sourceId":"1","sourceType":"ad",\
                        "headline":"A room","body":null,"mediaType":"image","imageUrl":null,"videoUrl":null,"thumbnailUrl":null,\
                        "ctwaClid":"ARc","welcomeMessage":"Hi!","createdAt":"2026-03-02T09:15:00.000Z"}"""));
    }

    @Test
    void whatCameAsDeepAsItMayIsTold() {
        Json deep = new Json.Text("down here");
        for (int level = 0; level < DEEPEST; level++) {
            deep = new Json.Members(Map.of("in", new Json.Elements(List.of(deep))));
        }
        Message unknown = Views.inbound(new Unsupported("request_welcome", new Json.Members(Map.of("all", deep))));

        assertThat(JavaScriptJson.text(message(unknown).get("system"))).contains("[\"down here\"]");
    }

    private static JsonNode message(Message message) {
        String body = Chirp.FLAVOUR
                .payloads(Views.of(Views.received(false), message), Chirp.webhook(Chirp.NAMES))
                .getFirst()
                .body();
        return Records.read(body).get("data").get("message");
    }

    /** What only this message has. */
    private static JsonNode said(Message message) {
        Map<String, JsonNode> own = new LinkedHashMap<>();
        message(message).entries().forEach(member -> {
            if (!OF_ALL.contains(member.getKey())) {
                own.put(member.getKey(), member.getValue());
            }
        });
        return JsonNode.createObjectNode(own);
    }
}
