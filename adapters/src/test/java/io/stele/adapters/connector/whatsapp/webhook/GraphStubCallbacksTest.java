package io.stele.adapters.connector.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stele.core.account.AccountReport.Kind;
import io.stele.core.account.AccountReport;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.PhoneNumber;
import io.stele.core.contact.MarketingPreference.Wish;
import io.stele.core.example.Examples;
import io.stele.core.inbound.AccountNews;
import io.stele.core.inbound.Heard;
import io.stele.core.inbound.InboundMessage;
import io.stele.core.inbound.MessageEcho;
import io.stele.core.inbound.PreferenceReport;
import io.stele.core.inbound.Receipt;
import io.stele.core.inbound.TemplateNews;
import io.stele.core.inbound.Unhandled.Reason;
import io.stele.core.inbound.Unhandled;
import io.stele.core.message.ContactCards;
import io.stele.core.message.Content;
import io.stele.core.message.Location;
import io.stele.core.message.Media;
import io.stele.core.message.MessageId;
import io.stele.core.message.Order;
import io.stele.core.message.Reaction;
import io.stele.core.message.Reply;
import io.stele.core.message.Status;
import io.stele.core.message.SystemNote;
import io.stele.core.message.Text;
import io.stele.core.message.Unsupported;
import io.stele.core.template.TemplateReport;
import io.stele.graphstub.callback.CallbackPoster.Signing;
import io.stele.graphstub.callback.ReceiptPlan;
import io.stele.graphstub.client.Business;
import io.stele.graphstub.client.CallbackBody;
import io.stele.graphstub.client.GraphControl;
import io.stele.graphstub.client.GraphStubProcess;
import io.stele.graphstub.client.Inbound;
import io.stele.graphstub.client.Person;
import io.stele.graphstub.client.RegisteredMedia;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the stand-in for Graph posts, as it comes over the wire: that it is Meta's, and what it says. */
class GraphStubCallbacksTest {

    private static final String SECRET = "app-secret";
    private static final String TOKEN = "verify-token";
    private static final Business BUSINESS = new Business("2002", "15550100042", Posts.NUMBER);
    private static final Person MARA = Person.phone("15550100777", "Mara");
    private static final Person HIDDEN = Person.user("US.222", "Mara", "@mara");
    private static final RegisteredMedia FILE = new RegisteredMedia("77", "image/png", "c2hh", "https://cdn.example/77");

    private static HookServer hook;
    private static GraphStubProcess stub;
    private static GraphControl control;

    @BeforeAll
    static void start() {
        hook = new HookServer(SECRET, TOKEN);
        stub = GraphStubProcess.with()
                .number(Posts.NUMBER, "2002", "+15550100042", "token")
                .appSecret(SECRET)
                .callback(hook.url())
                .start();
        control = stub.control();
    }

    @AfterAll
    static void stop() {
        stub.close();
        hook.close();
    }

    @BeforeEach
    void reset() {
        control.reset();
        control.retries();
        hook.clear();
    }

    static Stream<Arguments> messages() {
        return Stream.of(
                row(Inbound.text(MARA, "Hello"), Text.class),
                row(Inbound.image(MARA, FILE, "C"), Media.class),
                row(Inbound.video(MARA, FILE, null), Media.class),
                row(Inbound.audio(MARA, FILE, true), Media.class),
                row(Inbound.document(MARA, FILE, "a.pdf", "C"), Media.class),
                row(Inbound.sticker(MARA, FILE, false), Media.class),
                row(Inbound.location(MARA, "37.44", "-122.16", "N", null), Location.class),
                row(Inbound.contact(MARA, "Ben", "+1 555", "1555"), ContactCards.class),
                row(Inbound.button(MARA, "Stop", "STOP"), Reply.QuickReply.class),
                row(Inbound.buttonReply(MARA, "1", "A"), Reply.ButtonReply.class),
                row(Inbound.listReply(MARA, "1", "A", "D"), Reply.ListReply.class),
                row(Inbound.formReply(MARA, "flow", "Sent", "{}"), Reply.FlowReply.class),
                row(Inbound.callPermissionReply(MARA, true, false), Unsupported.class),
                row(Inbound.order(MARA, "19", "Two", List.of(Map.of("product_retailer_id", "p", "quantity", 2))), Order.class),
                row(Inbound.reaction(MARA, "wamid.A", "👍"), Reaction.class),
                row(Inbound.reactionRemoval(MARA, "wamid.A"), Reaction.class),
                row(Inbound.changedNumber(MARA, "15550100778"), SystemNote.class),
                row(Inbound.changedUserId(MARA.known("US.a", null), "US.b"), SystemNote.class),
                row(Inbound.requestWelcome(MARA), Unsupported.class),
                row(Inbound.unsupported(MARA, "poll"), Unsupported.class),
                row(Inbound.text(MARA, "x").inGroup("G1"), Unsupported.class));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageIsReadAsItsKind(Inbound message, Class<? extends Content> kind) {
        Heard heard = heard(CallbackBody.of(BUSINESS, message));

        assertThat(heard.messages()).singleElement().satisfies(read -> {
            assertThat(read.content()).isInstanceOf(kind);
            assertThat(read.providerMessageId()).isEqualTo(message.id());
            assertThat(read.from()).isEqualTo(new PhoneNumber("+15550100777"));
        });
        assertThat(heard.unhandled()).isEmpty();
    }

    @Test
    void whatStandsAroundAMessageIsRead() {
        Inbound message = Inbound.text(MARA.known("US.222", "@mara"), "x")
                .aboutProduct("15550100042", "wamid.Q", "19", "p")
                .fromAdvertisement("120", "Chat");

        InboundMessage read = heard(CallbackBody.of(BUSINESS, message)).messages().getFirst();

        assertThat(read.profileName()).isEqualTo("Mara");
        assertThat(read.identity().username()).isEqualTo("@mara");
        assertThat(read.identity().userId()).isEqualTo(new BusinessScopedUserId("US.222"));
        assertThat(read.context().product().retailerId()).isEqualTo("p");
        assertThat(read.context().quote().message().providerMessageId()).isEqualTo("wamid.Q");
        assertThat(read.referral().clickId()).isEqualTo("click-120");
    }

    @Test
    void severalMessagesOfSeveralPeopleAreRead() {
        Person ben = Person.phone("15550100778", "Ben");
        Heard heard = heard(CallbackBody.of(BUSINESS)
                .messages(Inbound.text(MARA, "1"), Inbound.text(HIDDEN, "2"))
                .and(new Business("3003", "15550100043", "4004"))
                .messages(Inbound.text(ben, "3"))
                .and(BUSINESS)
                .messages(Inbound.text(ben, "4")));

        assertThat(heard.messages())
                .extracting(InboundMessage::from, InboundMessage::content)
                .containsExactly(
                        tuple(new PhoneNumber("+15550100777"), Text.of("1")),
                        tuple(new BusinessScopedUserId("US.222"), Text.of("2")),
                        tuple(new PhoneNumber("+15550100778"), Text.of("4")));
        assertThat(heard.unhandled()).extracting(Unhandled::reason).containsExactly(Reason.NOT_OURS);
    }

    @Test
    void echoesAreRead() {
        assertThat(heard(CallbackBody.of(BUSINESS).echoes(Inbound.text(MARA, "1"), Inbound.text(HIDDEN, "2"))).echoes())
                .extracting(MessageEcho::to, MessageEcho::content)
                .containsExactly(
                        tuple(new PhoneNumber("+15550100777"), Text.of("1")),
                        tuple(new BusinessScopedUserId("US.222"), Text.of("2")));
    }

    @Test
    void wishesAreRead() {
        assertThat(heard(CallbackBody.of(BUSINESS).preference(MARA, true).preference(HIDDEN, false)).preferences())
                .extracting(PreferenceReport::person, report -> report.preference().wish())
                .containsExactly(
                        tuple(new PhoneNumber("+15550100777"), Wish.STOP),
                        tuple(new BusinessScopedUserId("US.222"), Wish.RESUME));
    }

    @Test
    void newsOfTemplatesIsRead() {
        assertThat(heard(CallbackBody.of(BUSINESS)
                                .templateStatus("REJECTED", 7, "parcel", "de", "UTILITY", "INVALID_FORMAT")
                                .templateCategory(7, "parcel", "de", "UTILITY", "MARKETING"))
                        .templates())
                .extracting(TemplateNews::report)
                .extracting(TemplateReport::id, TemplateReport::status, TemplateReport::category, TemplateReport::previousCategory)
                .containsExactly(
                        tuple("7", "REJECTED", "UTILITY", null), tuple("7", null, "MARKETING", "UTILITY"));
    }

    @Test
    void whatIsNotServedIsShown() {
        assertThat(heard(CallbackBody.of(BUSINESS)
                                .errors(130429, "Rate limit hit", "Too many.")
                                .templateQuality(7, "parcel", "de", "GREEN", "RED")
                                .numberQuality("ONBOARDING", "TIER_250", "TIER_2K")
                                .numberName("APPROVED", "Shop", null)
                                .accountUpdate("DISABLED_UPDATE", Map.of())
                                .accountUpdate("PARTNER_ADDED", Map.of()))
                        .unhandled())
                .extracting(Unhandled::topic, Unhandled::reason)
                .containsExactly(
                        tuple("errors", Reason.NOT_SERVED),
                        tuple("message_template_quality_update", Reason.NOT_SERVED),
                        tuple("phone_number_quality_update", Reason.NOT_SERVED),
                        tuple("phone_number_name_update", Reason.NOT_SERVED),
                        tuple("account_update", Reason.NOT_SERVED),
                        tuple("account_update", Reason.NOT_SERVED));
    }

    @Test
    void newsOfTheAccountIsRead() {
        assertThat(heard(CallbackBody.of(BUSINESS)
                                .accountUpdate("ACCOUNT_VIOLATION", Map.of("violation_info", Map.of("violation_type", "SCAM")))
                                .accountUpdate("ACCOUNT_RESTRICTION", Map.of())
                                .accountUpdate("DISABLED_UPDATE", ban("DISABLE"))
                                .accountUpdate("DISABLED_UPDATE", ban("SCHEDULE_FOR_DISABLE"))
                                .accountUpdate("DISABLED_UPDATE", ban("REINSTATE"))
                                .accountUpdate("ACCOUNT_DELETED", Map.of()))
                        .accounts())
                .extracting(AccountNews::report)
                .allSatisfy(report -> assertThat(report.businessAccountId()).isEqualTo(BUSINESS.account()))
                .extracting(AccountReport::kind)
                .containsExactly(
                        Kind.VIOLATION, Kind.RESTRICTED, Kind.DISABLED, Kind.DISABLING_SCHEDULED, Kind.REINSTATED, Kind.DELETED);
    }

    private static Map<String, Object> ban(String state) {
        return Map.of("ban_info", Map.of("waba_ban_state", state, "waba_ban_date", "April 17, 2026"));
    }

    static Stream<ReceiptPlan> plans() {
        ReceiptPlan whole = ReceiptPlan.of("sent", "delivered", "read");
        return Stream.of(
                whole, whole.withContacts(), whole.withoutConversation(), whole.batched(3, Duration.ofSeconds(5)));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void receiptsAreRead(ReceiptPlan plan) throws IOException, InterruptedException {
        MessageId ours = Examples.messageId(9);
        control.receipts(plan);

        send(ours.value().toString());

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> receipts().size() == 3);
        assertThat(receipts())
                .extracting(Receipt::status, Receipt::message)
                .containsExactly(
                        tuple(Status.SENT, ours), tuple(Status.DELIVERED, ours), tuple(Status.READ, ours));
        assertThat(receipts()).extracting(Receipt::providerMessageId).containsOnly(control.accepted().getFirst().wamid());
        assertThat(receipts().getFirst().details().members()).containsKey("pricing");
    }

    @Test
    void aFailureIsRead() throws IOException, InterruptedException {
        send("note");
        String wamid = control.accepted().getFirst().wamid();

        control.failure(wamid, 131026, "Message undeliverable", "No such user.");

        assertThat(receipts()).singleElement().satisfies(receipt -> {
            assertThat(receipt.message()).isNull();
            assertThat(receipt.status()).isEqualTo(Status.FAILED);
            assertThat(receipt.failure().code()).isEqualTo("131026");
            assertThat(receipt.failure().details()).isEqualTo("No such user.");
        });
    }

    @Test
    void aVoiceMessageThatWasPlayedWasRead() throws IOException, InterruptedException {
        send("note");

        control.receipt(control.accepted().getFirst().wamid(), "played");

        assertThat(receipts()).extracting(Receipt::status).containsExactly(Status.READ);
    }

    @Test
    void whatSomebodyElseSignedIsNotTaken() {
        String body = CallbackBody.of(BUSINESS, Inbound.text(MARA, "x")).json();

        assertThat(Stream.of(Signing.values())
                        .filter(signing -> control.inboundOnce(body, signing).isAcknowledged()))
                .containsExactly(Signing.RIGHT);
    }

    @Test
    void theRightAddressAnswersAndNoOther() {
        assertThat(control.handshake(TOKEN, "1158201444").verified()).isTrue();
        assertThat(control.handshake("another-token", "1158201444").verified()).isFalse();
        assertThat(control.handshake("unsubscribe", TOKEN, "1158201444").verified()).isFalse();
    }

    private static Heard heard(CallbackBody body) {
        assertThat(control.inbound(body).isAcknowledged()).isTrue();
        return hook.heard().getLast();
    }

    private static List<Receipt> receipts() {
        return hook.heard().stream().flatMap(heard -> heard.receipts().stream()).toList();
    }

    private static void send(String callbackData) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(stub.root() + "/v23.0/" + Posts.NUMBER + "/messages"))
                    .timeout(Duration.ofSeconds(30))
                    .header("Authorization", "Bearer token")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            ("{'messaging_product':'whatsapp','to':'+15550100777','type':'text','text':{'body':'Hello'},"
                                            + "'biz_opaque_callback_data':'" + callbackData + "'}")
                                    .replace('\'', '"'),
                            StandardCharsets.UTF_8))
                    .build();
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
    }

    private static Arguments row(Inbound message, Class<? extends Content> kind) {
        return Arguments.of(message, kind);
    }
}
