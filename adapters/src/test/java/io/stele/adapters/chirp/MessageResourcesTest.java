package io.stele.adapters.chirp;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.stele.contracts.chirp.ConversationWindow;
import io.stele.contracts.chirp.Interactive;
import io.stele.contracts.chirp.MessageResource;
import io.stele.contracts.chirp.Recipient;
import io.stele.contracts.chirp.SystemData;
import io.stele.core.message.Context;
import io.stele.core.message.Failure;
import io.stele.core.message.Json;
import io.stele.core.message.Location;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Order;
import io.stele.core.message.Reaction;
import io.stele.core.message.Referral;
import io.stele.core.message.Reply;
import io.stele.core.message.Status;
import io.stele.core.message.Text;
import io.stele.core.message.Timeline;
import io.stele.core.message.Unsupported;
import io.stele.core.project.Mode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageResourcesTest {

    private static final Text HELLO = Text.of("Hello");
    private static final String ID = "2wJ0cQ8rTfYk5LmPz3VnBxGhAeS";

    @Test
    void anInboundMessageHasNeitherStampsNorRecipients() {
        MessageResource resource = Chirp.RESOURCES.of(Examples.inbound(HELLO));

        assertThat(resource.id()).isEqualTo("msg_wa_" + ID);
        assertThat(resource.whatsappPhoneNumberId()).isEqualTo("wapn_2wHyB1vRk7TnQmZs4LpXcDfGjKa");
        assertThat(resource.displayPhoneNumber()).isEqualTo("+34910000001");
        assertThat(resource.fromPhoneNumber()).isEqualTo("+34600111222");
        assertThat(resource.toPhoneNumber()).isEqualTo("+34910000001");
        assertThat(resource.direction()).isEqualTo("INBOUND");
        assertThat(resource.contactName()).isEqualTo("Ana R.");
        assertThat(resource.textBody()).isEqualTo("Hello");
        assertThat(resource.queuedAt()).isNull();
        assertThat(resource.createdAt()).isEqualTo("2026-03-02T12:00:00.000Z");
        assertThat(resource.updatedAt()).isEqualTo("2026-03-02T12:00:07.000Z");
        assertThat(resource.recipients()).isEmpty();
        assertThat(resource.hasReferral()).isFalse();
        assertThat(resource.referral()).isNull();
        assertThat(resource.order()).isNull();
    }

    @Test
    void aMessageTellsTheWindowInWhichItStands() {
        assertThat(Chirp.RESOURCES.of(Examples.inbound(HELLO)).conversationWindow())
                .isEqualTo(new ConversationWindow(
                        "wacw_2wJ0cQ8sAaBbCcDdEeFfGgHhIiJ",
                        "user_initiated",
                        null,
                        null,
                        null,
                        "2026-03-02T12:00:00.000Z",
                        "2026-03-03T12:00:00.000Z",
                        "2026-03-02T12:00:00.000Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "HELD, QUEUED",
        "QUEUED, QUEUED",
        "SENDING, QUEUED",
        "SENT, SENT",
        "DELIVERED, DELIVERED",
        "READ, READ",
        "FAILED, FAILED",
    })
    void theRecipientTellsHowFarAnOutboundMessageHasCome(Status status, String shown) {
        Message message = Examples.outbound(Mode.LIVE, HELLO, status, Timeline.queued(Examples.NOON), null);

        assertThat(Chirp.RESOURCES.of(message).recipients()).singleElement().satisfies(recipient -> {
            assertThat(recipient.id()).isEqualTo("rcpt_" + ID);
            assertThat(recipient.phoneNumber()).isEqualTo("+34600111222");
            assertThat(recipient.status()).isEqualTo(shown);
        });
    }

    @Test
    void theStampsOfAnOutboundMessageAreThoseOfItsRecipient() {
        Timeline timeline = Timeline.queued(Examples.NOON)
                .reached(Status.SENT, Examples.NOON.plusSeconds(1))
                .reached(Status.READ, Examples.NOON.plusSeconds(3));
        MessageResource resource =
                Chirp.RESOURCES.of(Examples.outbound(Mode.LIVE, HELLO, Status.READ, timeline, null));
        Recipient recipient = resource.recipients().getFirst();

        assertThat(List.of(
                        Objects.requireNonNull(resource.queuedAt()),
                        Objects.requireNonNull(resource.sentAt()),
                        Objects.requireNonNull(resource.deliveredAt()),
                        Objects.requireNonNull(resource.readAt())))
                .containsExactly(
                        "2026-03-02T12:00:00.000Z",
                        "2026-03-02T12:00:01.000Z",
                        "2026-03-02T12:00:03.000Z",
                        "2026-03-02T12:00:03.000Z")
                .containsExactly(
                        recipient.queuedAt(), recipient.sentAt(), recipient.deliveredAt(), recipient.readAt());
    }

    @Test
    void aFailureIsToldInMetasParts() {
        Failure failure = new Failure("131026", "Message undeliverable", "Not on WhatsApp");
        MessageResource resource = Chirp.RESOURCES.of(
                Examples.outbound(Mode.LIVE, HELLO, Status.FAILED, Timeline.queued(Examples.NOON), failure));

        assertThat(resource.errorCode()).isEqualTo("131026");
        assertThat(resource.errorTitle()).isEqualTo("Message undeliverable");
        assertThat(resource.errorMessage()).isEqualTo("Message undeliverable: Not on WhatsApp");
        assertThat(resource.errorDetails()).isEqualTo("Not on WhatsApp");
        assertThat(resource.recipients().getFirst().errorCode()).isEqualTo("131026");
    }

    @Test
    void everythingOfATestAppIsMarkedSo() {
        MessageResource resource = Chirp.RESOURCES.of(
                Examples.outbound(Mode.TEST, HELLO, Status.SENT, Timeline.queued(Examples.NOON), null));

        assertThat(resource.id()).startsWith("msg_wa_test_");
        assertThat(resource.whatsappPhoneNumberId()).startsWith("wapn_test_");
        assertThat(resource.recipients().getFirst().id()).startsWith("rcpt_test_");
        assertThat(Objects.requireNonNull(resource.conversationWindow()).id()).startsWith("wacw_test_");
    }

    @Test
    void placesAreTextWithoutAnExponent() {
        MessageResource resource = Chirp.RESOURCES.of(Examples.inbound(
                new Location(new BigDecimal("40"), new BigDecimal("-0.00000010"), null, null, null)));

        assertThat(resource.locationLatitude()).isEqualTo("40");
        assertThat(resource.locationLongitude()).isEqualTo("-0.0000001");
    }

    @Test
    void aPlacesWebPageStandsAmongTheDetails() {
        MessageResource resource = Chirp.RESOURCES.of(Examples.inbound(
                new Location(BigDecimal.ONE, BigDecimal.ONE, null, null, "https://maps.example.com")));

        assertThat(resource.systemData())
                .isEqualTo(new SystemData(
                        null,
                        null,
                        null,
                        JsonNode.createObjectNode(
                                Map.of("url", JsonNode.createStringNode("https://maps.example.com")))));
    }

    @Test
    void aQuestionAboutAProductNamesTheProduct() {
        Context context = new Context(null, false, false, new Context.ReferredProduct("778899", "paella"));

        Interactive product = Objects.requireNonNull(
                Chirp.RESOURCES.of(Examples.inbound(HELLO, context, null)).interactiveData());

        assertThat(product.type()).isEqualTo("product");
        assertThat(product.catalogId()).isEqualTo("778899");
        assertThat(product.productRetailerId()).isEqualTo("paella");
    }

    @Test
    void aReactionNamesItsMessageAndIsEmptyWhenTakenBack() {
        MessageReference target = MessageReference.ours(new MessageId(Examples.OTHER_MESSAGE));

        MessageResource given = Chirp.RESOURCES.of(Examples.inbound(new Reaction(target, "👍")));
        MessageResource taken = Chirp.RESOURCES.of(Examples.inbound(new Reaction(target, null)));

        assertThat(given.reactionEmoji()).isEqualTo("👍");
        assertThat(given.reactionMessageId()).isEqualTo("msg_wa_2wJ0jH5tRbNpWxQz8KdLcVmYfGs");
        assertThat(taken.reactionEmoji()).isEmpty();
    }

    @Test
    void aPressOnATemplatesButtonAnswersTheTemplate() {
        Context context =
                Context.answering(Context.Quote.of(MessageReference.ours(new MessageId(Examples.OTHER_MESSAGE))));
        MessageResource resource =
                Chirp.RESOURCES.of(Examples.inbound(new Reply.QuickReply("Confirm", "confirm-1"), context, null));

        assertThat(resource.type()).isEqualTo("button");
        assertThat(resource.buttonText()).isEqualTo("Confirm");
        assertThat(resource.buttonPayload()).isEqualTo("confirm-1");
        assertThat(resource.replyToMessageId()).isEqualTo("msg_wa_2wJ0jH5tRbNpWxQz8KdLcVmYfGs");
    }

    @Test
    void aForwardedMessageSaysHowOften() {
        MessageResource resource =
                Chirp.RESOURCES.of(Examples.inbound(HELLO, new Context(null, true, true, null), null));

        assertThat(resource.isForwarded()).isTrue();
        assertThat(resource.isFrequentlyForwarded()).isTrue();
    }

    @Test
    void anAdvertisementIsTold() {
        Referral referral = new Referral(
                "https://ads.example", "120209", "ad", "Dinner", "Book", "image", "https://i", null, null, "clid", "Hi!");
        MessageResource resource = Chirp.RESOURCES.of(Examples.inbound(HELLO, Context.NONE, referral));

        assertThat(resource.hasReferral()).isTrue();
        assertThat(resource.referral())
                .isEqualTo(new io.stele.contracts.chirp.Referral(
                        ID,
                        "https://ads.example",
                        "120209",
                        "ad",
                        "Dinner",
                        "Book",
                        "image",
                        "https://i",
                        null,
                        null,
                        "clid",
                        "Hi!",
                        "2026-03-02T12:00:00.000Z"));
    }

    @Test
    void anOrderCountsItsPieces() {
        Order order = new Order(
                "778899",
                "No onions",
                List.of(new Order.Item("paella", 2, "12.50", "EUR"), new Order.Item("flan", 1, null, null)));

        assertThat(Chirp.RESOURCES.of(Examples.inbound(order)).order())
                .isEqualTo(new io.stele.contracts.chirp.Order(
                        ID,
                        "778899",
                        "No onions",
                        BigInteger.valueOf(3),
                        "2026-03-02T12:00:00.000Z",
                        List.of(
                                new io.stele.contracts.chirp.Order.Item(ID + "_1", "paella", 2, "12.50", "EUR"),
                                new io.stele.contracts.chirp.Order.Item(ID + "_2", "flan", 1, null, null))));
    }

    @Test
    void thePiecesOfAnOrderAreNeverMiscounted() {
        Order order = new Order(
                "778899",
                null,
                List.of(
                        new Order.Item("paella", Long.MAX_VALUE, null, null),
                        new Order.Item("flan", Long.MAX_VALUE, null, null)));

        assertThat(Objects.requireNonNull(Chirp.RESOURCES.of(Examples.inbound(order)).order()).totalItems())
                .isEqualTo(new BigInteger("18446744073709551614"));
    }

    @ParameterizedTest
    @CsvSource({"pin, pin", "request_welcome, unknown", "unsupported, unknown"})
    void whatIsNotKnownIsShownAsItCame(String kind, String type) {
        MessageResource resource =
                Chirp.RESOURCES.of(Examples.inbound(new Unsupported(kind, new Json.Members(Map.of()))));

        assertThat(resource.type()).isEqualTo(type);
        assertThat(resource.systemData()).isEqualTo(new SystemData(kind, null, null, null));
    }
}
