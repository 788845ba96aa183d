package io.stele.adapters.connector.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.json.JsonTrees;
import io.stele.core.inbound.Heard;
import io.stele.core.inbound.InboundMessage;
import io.stele.core.inbound.Receipt;
import io.stele.core.inbound.Unhandled;
import io.stele.core.message.Json;
import io.stele.core.message.Text;
import io.stele.core.message.Unsupported;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was made to do harm does none, and is still somebody's message. */
class BeyondMeasureTest {

    private static final int MOST = 262_144;

    @Test
    void aTextWithoutEndIsCut() {
        InboundMessage message = read(Posts.with(
                Posts.json("{'type':'text'}"), "text", Posts.object("body", text("x".repeat(2 * MOST)))));

        assertThat(message.content()).isInstanceOfSatisfying(Unsupported.class, kept -> {
            assertThat(kept.kind()).isEqualTo("text");
            assertThat(kept.details().length()).isBetween(MOST - 200L, (long) MOST);
        });
    }

    @Test
    void theLongestTextThereIsIsAText() {
        JsonNode text = Posts.object("body", text("😀".repeat(4096)));

        assertThat(read(Posts.with(Posts.json("{'type':'text'}"), "text", text)).content())
                .isEqualTo(Text.of("😀".repeat(4096)));
    }

    @Test
    void noCharacterIsCutInTwo() {
        JsonNode body = Posts.object("body", text("😀".repeat(MOST)));
        JsonNode odd = Posts.object("body", text("a" + "😀".repeat(MOST)));

        for (JsonNode text : List.of(body, odd)) {
            Unsupported kept = (Unsupported) read(Posts.with(Posts.json("{'type':'text'}"), "text", text)).content();
            String cut = ((Json.Text) ((Json.Members) kept.details().members().get("text")).members().get("body")).value();

            assertThat(Character.isLowSurrogate(cut.charAt(cut.length() - 1))).isTrue();
        }
    }

    @Test
    void membersWithoutEndAreCut() {
        JsonNode many = JsonNode.createArrayNode(Collections.nCopies(MOST, JsonNode.createNumberNode(7)));

        Unsupported kept = (Unsupported) read(Posts.with(Posts.json("{'type':'contacts'}"), "contacts", many)).content();

        assertThat(kept.details().length()).isLessThanOrEqualTo(MOST);
    }

    @ParameterizedTest
    @ValueSource(ints = {33, 1_000, 100_000})
    void whatStandsTooDeepIsLeftOut(int levels) {
        JsonNode deep = JsonNode.createArrayNode(List.of());
        for (int i = 0; i < levels; i++) {
            deep = i % 2 == 0 ? Posts.object("a", deep) : JsonNode.createArrayNode(List.of(deep));
        }

        Heard heard = Posts.read(Posts.body("messages", List.of(
                Posts.signed(Posts.with(Posts.json("{'type':'hologram','body':'x'}"), "hologram", deep)),
                Posts.signed(Posts.json("{'id':'wamid.N','type':'text','text':{'body':'next'}}")))));

        assertThat(heard.messages()).hasSize(2);
        Unsupported kept = (Unsupported) heard.messages().getFirst().content();
        assertThat(kept.details().members()).containsEntry("body", new Json.Text("x")).containsKey("hologram");
        assertThat(depth(kept.details())).isEqualTo(32);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'order','order':{'catalog_id':'c','product_items':[{'product_retailer_id':'s','quantity':1,'item_price':1e999999999}]}}",
                "{'type':'order','order':{'catalog_id':'c','product_items':[{'product_retailer_id':'s','quantity':1,'item_price':1e-999999999}]}}",
                "{'type':'location','location':{'latitude':1e999999999,'longitude':0}}",
                "{'type':'location','location':{'latitude':0,'longitude':-1e999999999}}",
                "{'type':'hologram','hologram':1e999999999}"
            })
    void aFigureThatNobodyCanWriteOutStaysAsItCame(String message) {
        JsonNode node = Posts.json(message);

        assertThat(read(node).content())
                .isEqualTo(new Unsupported(
                        node.get("type").getStringValue(),
                        new Json.Members(Map.of(
                                node.get("type").getStringValue(),
                                JsonTrees.toDomain(node.get(node.get("type").getStringValue()))))));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "'1772438400', 2026-03-02T08:00:00Z",
                "1772438400, 2026-03-02T08:00:00Z",
                "'1772439900', 2026-03-02T08:25:00Z",
                "'1772438400000', 2026-03-02T08:15:00Z",
                "0, 2026-03-02T08:15:00Z",
                "-1, 2026-03-02T08:15:00Z",
                "9223372036854775807, 2026-03-02T08:15:00Z",
                "1e999999999, 2026-03-02T08:15:00Z",
                "1772438400.5, 2026-03-02T08:15:00Z",
                "'', 2026-03-02T08:15:00Z",
                "'yesterday', 2026-03-02T08:15:00Z",
                "null, 2026-03-02T08:15:00Z",
                "[], 2026-03-02T08:15:00Z"
            })
    void aMomentThatCannotBeIsNow(String timestamp, Instant moment) {
        Heard heard = Posts.read(Posts.body(Map.of(
                "messages", Posts.json("[{'id':'1','from':'15550100777','type':'request_welcome','timestamp':" + timestamp + "}]"),
                "statuses", Posts.json("[{'id':'2','status':'sent','timestamp':" + timestamp + "}]"))));

        assertThat(heard.messages()).extracting(InboundMessage::sentAt).containsExactly(moment);
        assertThat(heard.receipts()).extracting(Receipt::at).containsExactly(moment);
    }

    @Test
    void whatNoDatabaseKeepsIsNoId() {
        List<JsonNode> ids = List.of(
                text("a\u0000"), text("\ud800"), text("a\udc00b"), text("x".repeat(513)), text(" "), text(""),
                JsonNode.nullNode(), JsonNode.createBooleanNode(true));
        List<JsonNode> nodes = ids.stream()
                .map(id -> Posts.with(Posts.signed(Posts.json("{'type':'request_welcome'}")), "id", id))
                .toList();

        Heard heard = Posts.read(Posts.body("messages", nodes));

        assertThat(heard.messages()).isEmpty();
        assertThat(heard.unhandled()).extracting(Unhandled::details).containsExactlyElementsOf(
                nodes.stream().map(JsonTrees::toMembers).toList());
    }

    @Test
    void theLongestIdIsOne() {
        JsonNode id = text("x".repeat(512));

        assertThat(read(Posts.with(Posts.json("{'type':'request_welcome'}"), "id", id)).providerMessageId())
                .isEqualTo("x".repeat(512));
    }

    @Test
    void contentComesAsItIs() {
        JsonNode body = Posts.object("body", text("a\u0000b\ud800"));

        assertThat(read(Posts.with(Posts.json("{'type':'text'}"), "text", body)).content())
                .isEqualTo(Text.of("a\u0000b\ud800"));
    }

    @Test
    void namesAreCut() {
        JsonNode profile = Posts.with(
                Posts.object("name", text("n".repeat(100_000))), "username", text("u".repeat(100_000)));
        JsonNode contact = Posts.with(Posts.json("{'wa_id':'15550100777'}"), "profile", profile);

        InboundMessage message = Posts.read(Posts.body(Map.of(
                        "contacts", JsonNode.createArrayNode(List.of(contact)),
                        "messages", JsonNode.createArrayNode(
                                List.of(Posts.signed(Posts.json("{'type':'request_welcome'}")))))))
                .messages()
                .getFirst();

        assertThat(message.profileName()).hasSize(512);
        assertThat(message.identity().username()).hasSize(512);
    }

    @Test
    void aReceiptsDetailsAreCut() {
        JsonNode status = Posts.with(Posts.json("{'id':'1','status':'sent'}"), "note", text("x".repeat(2 * MOST)));

        Receipt receipt = Posts.read(Posts.body("statuses", List.of(status))).receipts().getFirst();

        assertThat(receipt.details().length()).isLessThanOrEqualTo(MOST);
    }

    private static InboundMessage read(JsonNode message) {
        Heard heard = Posts.read(Posts.body("messages", List.of(Posts.signed(message))));
        assertThat(heard.unhandled()).isEmpty();
        return heard.messages().getFirst();
    }

    private static int depth(Json json) {
        return switch (json) {
            case Json.Members(Map<String, Json> members) ->
                1 + members.values().stream().mapToInt(BeyondMeasureTest::depth).max().orElse(0);
            case Json.Elements(List<Json> elements) ->
                1 + elements.stream().mapToInt(BeyondMeasureTest::depth).max().orElse(0);
            case Json.Text _, Json.Number _, Json.Truth _, Json.Null _ -> 0;
        };
    }

    private static JsonNode text(String value) {
        return JsonNode.createStringNode(value);
    }
}
