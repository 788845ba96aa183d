package io.stele.adapters.connector.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.json.JsonTrees;
import io.stele.core.address.PhoneNumber;
import io.stele.core.inbound.InboundMessage;
import io.stele.core.message.ContactCard;
import io.stele.core.message.ContactCards;
import io.stele.core.message.Content;
import io.stele.core.message.Context;
import io.stele.core.message.Json;
import io.stele.core.message.Location;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Order;
import io.stele.core.message.Reaction;
import io.stele.core.message.Referral;
import io.stele.core.message.Reply;
import io.stele.core.message.SystemNote;
import io.stele.core.message.Text;
import io.stele.core.message.Unsupported;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each kind of message becomes. */
class MessagesTest {

    private static final JsonNode MESSAGES = Posts.resource("messages.json");
    private static final MessageReference QUOTED = MessageReference.foreign("wamid.QUOTED");

    static Stream<Arguments> contents() {
        return Stream.of(
                row("text", Text.of("Does it come in blue? 😀")),
                row("forwarded", Text.of("Look")),
                row("frequently forwarded", Text.of("Look")),
                row("quoting", Text.of("Yes")),
                row("about a product", Text.of("How much?")),
                row("from an advertisement", Text.of("Tell me more")),
                row("image", media(MediaKind.IMAGE, file("1003383421387256", "image/jpeg", "SfInY0gGKTsJlUWbwxC1k+FAD0FZHvzwfpvO0zX0GUI="), "The cup", null, null, null)),
                row("image without an id", media(MediaKind.IMAGE, new MediaFile(null, "https://lookaside.example/attachments/?mid=1", "image/jpeg", null, null), null, null, null, null)),
                row("video", media(MediaKind.VIDEO, file("11", "video/mp4", "c2hh"), null, null, null, null)),
                row("audio", media(MediaKind.AUDIO, file("12", "audio/mpeg", "c2hh"), null, null, false, null)),
                row("voice", media(MediaKind.AUDIO, file("13", "audio/ogg; codecs=opus", "c2hh"), null, null, true, null)),
                row("document", media(MediaKind.DOCUMENT, file("14", "application/pdf", "c2hh"), "Signed", "lease.pdf", null, null)),
                row("sticker", media(MediaKind.STICKER, file("15", "image/webp", "c2hh"), null, null, null, true)),
                row("location", new Location(new BigDecimal("37.44216251868683"), new BigDecimal("-122.16153582049"), "The Garden", "101 Forest Ave", "https://garden.example/")),
                row("contacts", new ContactCards(List.of(barbara()))),
                row("button", new Reply.QuickReply("Unsubscribe", "UNSUBSCRIBE")),
                row("button reply", new Reply.ButtonReply("cancel", "Cancel")),
                row("list reply", new Reply.ListReply("express", "Express", "Next day")),
                row("flow reply", new Reply.FlowReply("flow", "{\"flow_token\":\"t\",\"a\":1}", "Sent")),
                row("call permission reply", kept("interactive", "call permission reply", "interactive")),
                row("order", new Order("194836987003835", "Two, please", List.of(new Order.Item("blue-cup", 2, "30.5", "USD"), new Order.Item("lid", 1, "25", "USD")))),
                row("reaction", new Reaction(QUOTED, "👍")),
                row("reaction taken back", new Reaction(QUOTED, null)),
                row("new number", new SystemNote("user_changed_number", "User Mara changed from 15550100777 to 15550100778", "15550100778", Json.Members.EMPTY)),
                row("new number in the older form", new SystemNote("customer_changed_number", "Mara changed", "15550100778", members("{'customer':'15550100777'}"))),
                row("new identity", new SystemNote("customer_identity_changed", "Mara's security code changed", null, members("{'identity':'DF2lS5v2W6x=','customer':'15550100777'}"))),
                row("new user id", new SystemNote("user_changed_user_id", "User Mara changed", null, members("{'wa_id':'','user_id':'US.222'}"))),
                row("request welcome", new Unsupported("request_welcome", Json.Members.EMPTY)),
                row("unsupported", kept("unsupported", "unsupported", "unsupported", "errors")),
                row("a type to come", kept("hologram", "a type to come", "hologram")),
                row("without a type", kept("unknown", "without a type", "text")),
                row("without what its type needs", new Unsupported("text", Json.Members.EMPTY)),
                row("of a wrong form", kept("location", "of a wrong form", "location")),
                row("with a wrong referral", kept("text", "with a wrong referral", "text", "referral", "context")),
                row("to a group", kept("text", "to a group", "text", "group_id")));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void aMessageSays(String name, Content content) {
        assertThat(read(name).content()).isEqualTo(content);
    }

    @Test
    void everyExampleIsInTheTable() {
        List<String> names = new ArrayList<>();
        MESSAGES.entries().forEach(entry -> names.add(entry.getKey()));

        assertThat(contents().map(row -> row.get()[0])).containsExactlyInAnyOrderElementsOf(names);
    }

    static Stream<Arguments> contexts() {
        return Stream.of(
                row("text", Context.NONE),
                row("forwarded", new Context(null, true, false, null)),
                row("frequently forwarded", new Context(null, false, true, null)),
                row("quoting", new Context(quote(QUOTED, "+15550100042"), false, false, null)),
                row("about a product", new Context(quote(QUOTED, "+15550100042"), false, false, new Context.ReferredProduct("194836987003835", "blue-cup"))),
                row("button reply", Context.answering(quote(QUOTED, "+15550100042"))),
                row("call permission reply", Context.answering(quote(MessageReference.foreign("wacid.CALL"), "+15550100042"))),
                row("to a group", Context.answering(quote(QUOTED, "+15550100778"))));
    }

    @ParameterizedTest
    @MethodSource("contexts")
    void aMessageRefersTo(String name, Context context) {
        assertThat(read(name).context()).isEqualTo(context);
    }

    @Test
    void whereAPersonCameFromIsTold() {
        assertThat(read("from an advertisement").referral())
                .isEqualTo(new Referral(
                        "https://fb.example/ad", "120226305854810726", "ad", "Chat with us", "Fresh cups", "image",
                        "https://cdn.example/ad.jpg", null, null, "Aff-n8ZTODiE79d22", "Hello! How can we help?"));
        assertThat(read("text").referral()).isNull();
    }

    @Test
    void aMessageIsAPersonsToTheNumber() {
        InboundMessage message = read("text");

        assertThat(message.endpoint()).isEqualTo(Posts.ENDPOINT);
        assertThat(message.from()).isEqualTo(new PhoneNumber("+15550100777"));
        assertThat(message.providerMessageId()).isEqualTo("wamid.M");
        assertThat(message.sentAt()).isEqualTo(Posts.SENT);
        assertThat(message.attachments()).isEmpty();
    }

    private static InboundMessage read(String name) {
        return Posts.read(Posts.body("messages", List.of(Posts.signed(MESSAGES.get(name)))))
                .messages()
                .getFirst();
    }

    private static Arguments row(String name, Object expected) {
        return Arguments.of(name, expected);
    }

    private static Unsupported kept(String kind, String example, String... names) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (String name : names) {
            members.put(name, JsonTrees.toDomain(MESSAGES.get(example).get(name)));
        }
        return new Unsupported(kind, new Json.Members(members));
    }

    private static Json.Members members(String quoted) {
        return JsonTrees.toMembers(Posts.json(quoted));
    }

    private static Context.Quote quote(MessageReference message, String from) {
        return new Context.Quote(message, from, null, null);
    }

    private static MediaFile file(String id, String mimeType, String sha256) {
        return new MediaFile(id, null, mimeType, sha256, null);
    }

    private static Media media(
            MediaKind kind,
            MediaFile file,
            @Nullable String caption,
            @Nullable String filename,
            @Nullable Boolean voice,
            @Nullable Boolean animated) {
        return new Media(kind, file, caption, filename, voice, animated);
    }

    private static ContactCard barbara() {
        return new ContactCard(
                new ContactCard.Name("Barbara J. Johnson", "Barbara", "Johnson", "Joana", "Dr.", "Esq."),
                List.of(new ContactCard.Phone("+1 555-010-0888", "HOME", "15550100888")),
                List.of(new ContactCard.EmailEntry("barbara@example.com", "WORK")),
                List.of(new ContactCard.PostalAddress("1 Lucky Way", "Menlo", "CA", "94025", "United States", "US", "WORK")),
                new ContactCard.Organization("Social Tsunami", "Legal", "Lead Counsel"),
                List.of(new ContactCard.Url("https://barbara.example/", "WORK")),
                "1999-01-23");
    }
}
