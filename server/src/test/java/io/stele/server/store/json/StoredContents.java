package io.stele.server.store.json;

import io.stele.core.identity.Ksuid;
import io.stele.core.message.Attachment;
import io.stele.core.message.ContactCard;
import io.stele.core.message.ContactCards;
import io.stele.core.message.Content;
import io.stele.core.message.Direction;
import io.stele.core.message.Email;
import io.stele.core.message.Interactive;
import io.stele.core.message.Json;
import io.stele.core.message.Location;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Order;
import io.stele.core.message.Reaction;
import io.stele.core.message.Reply;
import io.stele.core.message.Speech;
import io.stele.core.message.SystemNote;
import io.stele.core.message.TemplateUse;
import io.stele.core.message.Text;
import io.stele.core.message.Unsupported;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One content of every sort, under the name by which its stored form stands in {@code store/contents.txt}. */
final class StoredContents {

    private static final MediaFile FILE =
            new MediaFile("901", "https://files.example.com/a.jpg", "image/jpeg", "c2hhMjU2", 4_294_967_296L);
    private static final Json.Members DETAILS = new Json.Members(orderedMembers());

    private StoredContents() {}

    static Map<String, Content> all() {
        Map<String, Content> all = new LinkedHashMap<>();
        all.put("text", new Text("Hi \"you\" \\ 漢 😀\n", true));
        all.put("media", new Media(MediaKind.AUDIO, FILE, "a caption", "a.ogg", true, false));
        all.put("location", place());
        all.put("contacts", new ContactCards(List.of(card())));
        all.put("reaction", new Reaction(new MessageReference(id(), Direction.INBOUND, "wamid.A1"), "👍"));
        all.put("reaction taken back", new Reaction(MessageReference.foreign("wamid.A1"), null));
        actions().forEach((name, action) -> all.put(
                "interactive " + name,
                new Interactive(new Interactive.TextHeader("Above"), "Body", "Below", action)));
        all.put(
                "interactive with a file above",
                new Interactive(
                        new Interactive.MediaHeader(MediaKind.DOCUMENT, FILE, "a.pdf"),
                        null,
                        null,
                        new Interactive.LocationRequest()));
        all.put("button reply", new Reply.ButtonReply("b1", "Yes"));
        all.put("list reply", new Reply.ListReply("r1", "Small", "The smallest"));
        all.put("flow reply", new Reply.FlowReply("flow", "{\"a\": 1.0}", "Sent"));
        all.put("quick reply", new Reply.QuickReply("Stop", "STOP"));
        all.put("template by id", new TemplateUse(new TemplateUse.TemplateById("tpl_1"), List.of()));
        all.put(
                "template by name",
                new TemplateUse(new TemplateUse.TemplateByName("welcome", "es", "deterministic"), components()));
        all.put("order", new Order("cat1", "please", List.of(new Order.Item("sku1", 2, "9.90", "EUR"))));
        all.put(
                "email",
                new Email(
                        "Subject",
                        "Text",
                        "<p>HTML</p>",
                        "answers@example.com",
                        List.of(
                                new Attachment(new UUID(1, 2), "a.pdf", "application/pdf", null, 12L, "logo"),
                                new Attachment(
                                        new UUID(3, 4), "b.png", "image/png", "https://files.example.com/b", null, null))));
        all.put("speech", new Speech("Your code is 1 2 3", "es-ES"));
        all.put("system", new SystemNote("user_changed_number", "moved", "15551230001", DETAILS));
        all.put("unsupported", new Unsupported("request_welcome", DETAILS));
        return all;
    }

    private static Map<String, Interactive.Action> actions() {
        Map<String, Interactive.Action> actions = new LinkedHashMap<>();
        List<Interactive.Button> buttons = List.of(new Interactive.Button("b1", "Yes"), new Interactive.Button("b2", "No"));
        actions.put("buttons", new Interactive.ReplyButtons(buttons));
        actions.put(
                "menu",
                new Interactive.Menu(
                        "Choose",
                        List.of(new Interactive.Section(
                                "Sizes",
                                List.of(new Interactive.Row("s", "Small", "The smallest"), new Interactive.Row("l", "Large", null))))));
        actions.put("link", new Interactive.LinkButton("Open", "https://example.com/"));
        Interactive.MediaHeader header =
                new Interactive.MediaHeader(MediaKind.IMAGE, MediaFile.ofLink("https://files.example.com/c"), null);
        actions.put(
                "carousel",
                new Interactive.Carousel(List.of(
                        new Interactive.Card(0, header, "One", new Interactive.CardLink("Go", "https://example.com/1")),
                        new Interactive.Card(1, header, null, new Interactive.CardButtons(buttons)))));
        actions.put("location request", new Interactive.LocationRequest());
        actions.put("contact info request", new Interactive.ContactInfoRequest());
        actions.put("address request", new Interactive.AddressRequest("IN", DETAILS));
        actions.put(
                "flow",
                new Interactive.Flow(
                        "3", "f1", null, "Start", "draft", "token", "navigate",
                        new Interactive.FlowPayload("FIRST", DETAILS)));
        actions.put("product", new Interactive.Product("cat1", "sku1"));
        actions.put(
                "products",
                new Interactive.ProductList("cat1", List.of(new Interactive.ProductSection("Shoes", List.of("sku1", "sku2")))));
        actions.put("catalog", new Interactive.Catalog("sku1"));
        actions.put("call permission request", new Interactive.CallPermissionRequest());
        return actions;
    }

    private static List<TemplateUse.Component> components() {
        return List.of(
                new TemplateUse.Header(List.of(
                        new TemplateUse.MediaParameter(MediaKind.VIDEO, MediaFile.ofId("902"), null),
                        new TemplateUse.LocationParameter(place()))),
                new TemplateUse.Body(List.of(
                        new TemplateUse.TextParameter("first_name", "Ana"),
                        new TemplateUse.CurrencyParameter(null, "9,90 €", "EUR", 9_900),
                        new TemplateUse.DateTimeParameter("day", "2 March"))),
                new TemplateUse.LimitedTimeOffer(1_772_438_400_000L),
                new TemplateUse.Button("quick_reply", 0, List.of(new TemplateUse.PayloadParameter("YES"))),
                new TemplateUse.Button("copy_code", 1, List.of(new TemplateUse.CouponCodeParameter("SAVE10"))),
                new TemplateUse.Button("flow", 2, List.of(new TemplateUse.ActionParameter("token", DETAILS, "sku1"))),
                new TemplateUse.Cards(List.of(new TemplateUse.Card(
                        0, List.of(new TemplateUse.Body(List.of(new TemplateUse.TextParameter(null, "One"))))))));
    }

    private static ContactCard card() {
        return new ContactCard(
                new ContactCard.Name("Dr. Ana B. Cruz Jr.", "Ana", "Cruz", "B.", "Dr.", "Jr."),
                List.of(new ContactCard.Phone("+15551230001", "CELL", "15551230001")),
                List.of(new ContactCard.EmailEntry("ana@example.com", "WORK")),
                List.of(new ContactCard.PostalAddress("1 Main St", "Springfield", "IL", "62701", "United States", "us", "HOME")),
                new ContactCard.Organization("Acme", "Sales", "Lead"),
                List.of(new ContactCard.Url("https://example.com/", "WORK")),
                "1987-03-12");
    }

    private static Location place() {
        return new Location(new BigDecimal("-33.4488897"), new BigDecimal("-70.6692655"), "Here", "1 Main St", "https://example.com/");
    }

    private static MessageId id() {
        return new MessageId(new Ksuid(1, 2, 3));
    }

    private static Map<String, Json> orderedMembers() {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("z", new Json.Number(new BigDecimal("12345678901234567890.5")));
        members.put("a", new Json.Elements(List.of(new Json.Null(), new Json.Truth(false), new Json.Text(""))));
        members.put("m", new Json.Members(Map.of()));
        return members;
    }
}
