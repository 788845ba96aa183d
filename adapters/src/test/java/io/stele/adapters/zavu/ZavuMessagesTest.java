package io.stele.adapters.zavu;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.stele.contracts.zavu.ZavuMessage;
import io.stele.contracts.zavu.ZavuMessageContent;
import io.stele.core.channel.Channel;
import io.stele.core.example.Examples;
import io.stele.core.example.MessageBuilder;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Context;
import io.stele.core.message.Cost;
import io.stele.core.message.Course;
import io.stele.core.message.Direction;
import io.stele.core.message.Email;
import io.stele.core.message.Failure;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Referral;
import io.stele.core.message.Speech;
import io.stele.core.message.Status;
import io.stele.core.message.Text;
import io.stele.core.message.Timeline;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZavuMessagesTest {

    @Test
    void aMessageIsAFlatResourceWithItsCostsWrittenThoughUnknown() throws IOException {
        Message message = Messages.message(
                Text.of("Door code 4471"),
                Direction.OUTBOUND,
                Status.QUEUED,
                Context.NONE,
                null,
                null,
                Cost.UNKNOWN,
                Map.of("unit", "12B"),
                null);

        assertThat(tree(Wiring.MESSAGES.toWire(message)))
                .isEqualTo(tree("""
                        {"id":"%s","to":"+15550102233","from":"+15550100001","senderId":"%s","conversationId":"%s",
                        "channel":"whatsapp","messageType":"text","direction":"outbound","status":"queued",
                        "text":"Door code 4471","cost":null,"costProvider":null,"costTotal":null,
                        "metadata":{"unit":"12B"},
                        "createdAt":"2026-03-02T08:15:00.000Z","updatedAt":"2026-03-02T08:15:01.250Z"}
                        """.formatted(
                                ZavuIds.text(Messages.ID),
                                ZavuIds.text(Messages.SENDER),
                                ZavuIds.text(Messages.THREAD))));
    }

    @Test
    void aMessageThatGoesOnByAnotherChannelIsOne() {
        Message first = MessageBuilder.message()
                .id(Messages.ID)
                .reached(Status.FAILED, Timeline.queued(Examples.NOW).reached(Status.SENT, Examples.NOW))
                .build();
        Message next = MessageBuilder.message()
                .id(new MessageId(new Ksuid(9, 9, 9)))
                .on(Channel.SMS)
                .continuing(Messages.ID)
                .build();

        ZavuMessage shown = Wiring.MESSAGES.toWire(new Course(first, next));

        assertThat(shown.id()).isEqualTo(ZavuIds.text(Messages.ID));
        assertThat(shown.channel()).isEqualTo("sms");
        assertThat(shown.status()).isEqualTo("sent");
        assertThat(shown.attemptedChannels()).containsExactly("whatsapp", "sms");
        assertThat(shown.errorCode()).isNull();
        assertThat(Wiring.MESSAGES.toWire(first).attemptedChannels()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "HELD,pending_url_verification", "QUEUED,queued", "SENDING,sending", "SENT,sent", "FAILED,failed",
        "DELIVERED,delivered", "READ,read", "RECEIVED,received"
    })
    void everyStatusHasAName(Status status, String name) {
        assertThat(Wiring.MESSAGES.toWire(Messages.outbound(Text.of("Hi"), status)).status()).isEqualTo(name);
    }

    @Test
    void aFailureIsItsCodeAndASentence() {
        ZavuMessage shown = Wiring.MESSAGES.toWire(Messages.message(
                Text.of("Hi"),
                Direction.OUTBOUND,
                Status.FAILED,
                Context.NONE,
                null,
                new Failure("131026", "Undeliverable", "Not on WhatsApp"),
                Cost.UNKNOWN,
                Map.of(),
                "wamid.B"));

        assertThat(shown.errorCode()).isEqualTo("131026");
        assertThat(shown.errorMessage()).isEqualTo("Undeliverable: Not on WhatsApp");
        assertThat(shown.providerMessageId()).isEqualTo("wamid.B");
        assertThat(shown.metadata()).isNull();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"0.01,0.04,0.05", "0.01,-,0.01", "-,0.04,0.04", "-,-,-"})
    void theTotalIsTheSumOfWhatIsKnown(BigDecimal platform, BigDecimal provider, BigDecimal total) {
        ZavuMessage shown = Wiring.MESSAGES.toWire(Messages.message(
                Text.of("Hi"),
                Direction.OUTBOUND,
                Status.SENT,
                Context.NONE,
                null,
                null,
                new Cost(platform, provider),
                Map.of(),
                null));

        assertThat(shown.cost()).isEqualTo(platform);
        assertThat(shown.costProvider()).isEqualTo(provider);
        assertThat(shown.costTotal()).isEqualTo(total);
    }

    @Test
    void aReplyTellsWhatItAnswers() {
        Context context = Context.answering(new Context.Quote(
                new MessageReference(Messages.ID, Direction.OUTBOUND, "wamid.Q"),
                "+15550100001",
                "When?",
                ContentKind.TEXT));

        ZavuMessageContent content =
                Wiring.MESSAGES.toWire(Messages.inbound(Text.of("At ten"), context, null)).content();

        assertThat(content.replyToMessageId()).isEqualTo(ZavuIds.text(Messages.ID));
        assertThat(content.replyToProviderMessageId()).isEqualTo("wamid.Q");
        assertThat(content.replyToFrom()).isEqualTo("+15550100001");
        assertThat(content.replyToText()).isEqualTo("When?");
        assertThat(content.replyToMessageType()).isEqualTo("text");
    }

    @Test
    void aReplyToAMessageWithoutTextHasAnEmptyText() {
        Context context = Context.answering(new Context.Quote(
                new MessageReference(Messages.ID, Direction.OUTBOUND, "wamid.Q"), null, null, ContentKind.STICKER));

        assertThat(Wiring.MESSAGES.toWire(Messages.inbound(Text.of("Ha"), context, null)).content().replyToText())
                .isEmpty();
    }

    @Test
    void aReplyToAMessageThatIsNotOursHasOnlyTheProvidersId() {
        Context context = Context.answering(Context.Quote.of(MessageReference.foreign("wamid.F")));

        ZavuMessageContent content =
                Wiring.MESSAGES.toWire(Messages.inbound(Text.of("Ha"), context, null)).content();

        assertThat(content.replyToMessageId()).isNull();
        assertThat(content.replyToProviderMessageId()).isEqualTo("wamid.F");
        assertThat(content.replyToText()).isNull();
    }

    @Test
    void whatAReplyAnswersAndWhereItCameFromIsReadBack() {
        Context context = Context.answering(new Context.Quote(
                MessageReference.foreign("wamid.F"), "+15550100001", "When?", ContentKind.IMAGE));
        Referral referral = new Referral(
                "https://ads.example.com/1", "1", "ad", "A room", "Near", "image", "https://i.example.com", null, null, "c", null);

        ZavuMessageContent content =
                Wiring.MESSAGES.toWire(Messages.inbound(Text.of("Ten"), context, referral)).content();

        assertThat(content.referral().ctwaClid()).isEqualTo("c");
        assertThat(Wiring.CONTEXT_READER.context(content)).isEqualTo(context);
        assertThat(Wiring.CONTEXT_READER.referral(content)).isEqualTo(referral);
        assertThat(Wiring.CONTEXT_READER.context(null)).isEqualTo(Context.NONE);
        assertThat(Wiring.CONTEXT_READER.referral(null)).isNull();
    }

    @Test
    void anEmailComesBackWithAllThatItWasSentWith() {
        ZavuMessage shown = Wiring.MESSAGES.toWire(Messages.outbound(
                new Email("Plan", "See", "<p>See</p>", "desk@example.com", List.of()), Status.QUEUED));

        assertThat(shown.messageType()).isEqualTo("text");
        assertThat(shown.text()).isEqualTo("See");
        assertThat(shown.subject()).isEqualTo("Plan");
        assertThat(shown.htmlBody()).isEqualTo("<p>See</p>");
        assertThat(shown.replyTo()).isEqualTo("desk@example.com");
    }

    @Test
    void speechComesBackWithItsLanguage() {
        ZavuMessage shown =
                Wiring.MESSAGES.toWire(Messages.outbound(new Speech("Good morning", "en-GB"), Status.QUEUED));

        assertThat(shown.text()).isEqualTo("Good morning");
        assertThat(shown.voiceLanguage()).isEqualTo("en-GB");
    }

    private static JsonNode tree(ZavuMessage message) throws IOException {
        return tree(ObjectMapper.getDefault().writeValueAsString(message));
    }

    private static JsonNode tree(String json) throws IOException {
        return ObjectMapper.getDefault().readValue(json, JsonNode.class);
    }
}
