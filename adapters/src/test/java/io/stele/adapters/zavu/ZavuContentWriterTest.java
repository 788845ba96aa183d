package io.stele.adapters.zavu;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.stele.core.message.ContactCard;
import io.stele.core.message.ContactCards;
import io.stele.core.message.Content;
import io.stele.core.message.Interactive;
import io.stele.core.message.Json;
import io.stele.core.message.Location;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Order;
import io.stele.core.message.Reaction;
import io.stele.core.message.Reply;
import io.stele.core.message.SystemNote;
import io.stele.core.message.TemplateUse;
import io.stele.core.message.Unsupported;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Zavu has no words for of its own, in the nearest words that it has. */
class ZavuContentWriterTest {

    private static final Json.Members NOTHING = new Json.Members(Map.of());

    static List<Arguments> nearest() {
        return List.of(
                Arguments.of(
                        "a tapped button",
                        new Reply.ButtonReply("yes", "Yes, come"),
                        "text",
                        "Yes, come",
                        "{'buttons':[{'id':'yes','title':'Yes, come'}]}"),
                Arguments.of(
                        "a chosen row",
                        new Reply.ListReply("h9", "9 o’clock", "Ground floor"),
                        "text",
                        "9 o’clock",
                        "{'sections':[{'title':'','rows':[{'id':'h9','title':'9 o’clock','description':'Ground floor'}]}]}"),
                Arguments.of(
                        "a tapped quick reply",
                        new Reply.QuickReply("Stop", "stop-1"),
                        "text",
                        "Stop",
                        "{'buttons':[{'id':'stop-1','title':'Stop'}]}"),
                Arguments.of("a quick reply without payload", new Reply.QuickReply("Stop", null), "text", "Stop", null),
                Arguments.of(
                        "a filled-in flow",
                        new Reply.FlowReply("flow", "{\"seats\":2}", "Sent"),
                        "text",
                        "Sent",
                        null),
                Arguments.of(
                        "a filled-in flow without summary",
                        new Reply.FlowReply("flow", "{\"seats\":2}", null),
                        "text",
                        "{\"seats\":2}",
                        null),
                Arguments.of(
                        "an order with words",
                        new Order("c1", "Please wrap", List.of(new Order.Item("sku-1", 2, "4.5", "EUR"))),
                        "text",
                        "Please wrap",
                        null),
                Arguments.of(
                        "an order without words",
                        new Order(
                                "c1",
                                null,
                                List.of(new Order.Item("sku-1", 2, null, null), new Order.Item("sku-2", 1, null, null))),
                        "text",
                        "2 × sku-1\n1 × sku-2",
                        null),
                Arguments.of(
                        "a note of the channel",
                        new SystemNote("user_changed_number", "Ada has a new number", null, NOTHING),
                        "text",
                        "Ada has a new number",
                        null),
                Arguments.of("something unknown", new Unsupported("pin", NOTHING), "text", null, null),
                Arguments.of(
                        "a reaction taken back",
                        new Reaction(MessageReference.foreign("wamid.X"), null),
                        "reaction",
                        null,
                        "{'emoji':'','reactToMessageId':'wamid.X'}"),
                Arguments.of(
                        "a flow",
                        interactive(
                                new Interactive.TextHeader("Book"),
                                new Interactive.Flow("3", "1", null, "Choose a day", null, null, null, null)),
                        "text",
                        "See",
                        "{'ctaDisplayText':'Choose a day','ctaHeaderType':'text','ctaHeaderText':'Book'}"),
                Arguments.of(
                        "a carousel",
                        interactive(
                                null,
                                new Interactive.Carousel(List.of(
                                        card(0, "First", new Interactive.CardLink("Open", "https://example.com/0")),
                                        card(
                                                1,
                                                null,
                                                new Interactive.CardButtons(
                                                        List.of(new Interactive.Button("b1", "Take"))))))),
                        "text",
                        "See",
                        "{'sections':[{'title':'First','rows':[{'id':'https://example.com/0','title':'Open'}]},"
                                + "{'title':'','rows':[{'id':'b1','title':'Take'}]}]}"),
                Arguments.of(
                        "a product",
                        interactive(null, new Interactive.Product("c1", "sku-1")),
                        "text",
                        "See",
                        "{'sections':[{'title':'','rows':[{'id':'sku-1','title':'sku-1'}]}]}"),
                Arguments.of(
                        "several products",
                        interactive(
                                null,
                                new Interactive.ProductList(
                                        "c1", List.of(new Interactive.ProductSection("Best", List.of("sku-1"))))),
                        "text",
                        "See",
                        "{'sections':[{'title':'Best','rows':[{'id':'sku-1','title':'sku-1'}]}]}"),
                Arguments.of("a catalog", interactive(null, new Interactive.Catalog(null)), "text", "See", null),
                Arguments.of(
                        "a request for an address",
                        interactive(null, new Interactive.AddressRequest("IN", NOTHING)),
                        "text",
                        "See",
                        null),
                Arguments.of(
                        "a request to call",
                        interactive(null, new Interactive.CallPermissionRequest()),
                        "text",
                        "See",
                        null),
                Arguments.of(
                        "buttons under a document",
                        new Interactive(
                                new Interactive.MediaHeader(MediaKind.DOCUMENT, MediaFile.ofId("doc-1"), "a.pdf"),
                                "See",
                                "Soon",
                                new Interactive.ReplyButtons(List.of(new Interactive.Button("y", "Yes")))),
                        "buttons",
                        "See",
                        "{'mediaId':'doc-1','filename':'a.pdf','buttons':[{'id':'y','title':'Yes'}],"
                                + "'ctaHeaderType':'document','footerText':'Soon'}"),
                Arguments.of(
                        "a template known by its name",
                        new TemplateUse(
                                new TemplateUse.TemplateByName("parcel_ready", "de", null),
                                List.of(
                                        new TemplateUse.Header(List.of(new TemplateUse.MediaParameter(
                                                MediaKind.IMAGE, MediaFile.ofLink("https://example.com/p.jpg"), null))),
                                        new TemplateUse.Body(List.of(
                                                new TemplateUse.TextParameter("first_name", "Mara"),
                                                new TemplateUse.CurrencyParameter(null, "$10.99", "USD", 10_990))),
                                        new TemplateUse.Button(
                                                "quick_reply", 0, List.of(new TemplateUse.PayloadParameter("yes-1"))),
                                        new TemplateUse.Button(
                                                "copy_code", 1, List.of(new TemplateUse.CouponCodeParameter("SAVE"))),
                                        new TemplateUse.Button("phone_number", 2, List.of()))),
                        "template",
                        null,
                        "{'mediaUrl':'https://example.com/p.jpg','templateId':'parcel_ready',"
                                + "'templateVariables':{'first_name':'Mara','2':'$10.99'},"
                                + "'templateButtonVariables':{'0':'yes-1','1':'SAVE'}}"),
                Arguments.of(
                        "a template with a place",
                        new TemplateUse(
                                new TemplateUse.TemplateById("t"),
                                List.of(new TemplateUse.Header(
                                        List.of(new TemplateUse.LocationParameter(new Location(
                                                BigDecimal.ONE, BigDecimal.TWO, "Depot", "2 Side St", null)))))),
                        "template",
                        null,
                        "{'latitude':1,'longitude':2,'locationName':'Depot','locationAddress':'2 Side St','templateId':'t'}"),
                Arguments.of(
                        "a card whose number is known to WhatsApp only",
                        new ContactCards(List.of(new ContactCard(
                                new ContactCard.Name("Luis P.", "Luis", null, null, null, null),
                                List.of(new ContactCard.Phone(null, "CELL", "34600333444")),
                                List.of(),
                                List.of(),
                                null,
                                List.of(),
                                null))),
                        "contact",
                        null,
                        "{'contacts':[{'name':'Luis P.','phones':['34600333444']}]}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nearest")
    void isShownAsNearAsCanBe(
            String what, Content content, String messageType, @Nullable String text, @Nullable String shown)
            throws IOException {
        ZavuRendition said = Wiring.CONTENT_WRITER.write(content);

        assertThat(said.messageType()).isEqualTo(messageType);
        assertThat(said.text()).isEqualTo(text);
        if (shown == null) {
            assertThat(said.content()).isNull();
        } else {
            assertThat(tree(ObjectMapper.getDefault().writeValueAsString(said.content())))
                    .isEqualTo(tree(shown.replace('\'', '"')));
        }
    }

    private static Interactive interactive(Interactive.@Nullable Header header, Interactive.Action action) {
        return new Interactive(header, "See", null, action);
    }

    private static Interactive.Card card(int index, @Nullable String body, Interactive.CardAction action) {
        return new Interactive.Card(
                index,
                new Interactive.MediaHeader(MediaKind.IMAGE, MediaFile.ofId("i" + index), null),
                body,
                action);
    }

    private static JsonNode tree(String json) throws IOException {
        return ObjectMapper.getDefault().readValue(json, JsonNode.class);
    }
}
