package io.stele.adapters.zavu.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.adapters.webhook.Views;
import io.stele.core.address.Address;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.ChatId;
import io.stele.core.address.EmailAddress;
import io.stele.core.channel.Channel;
import io.stele.core.event.Event;
import io.stele.core.event.MessageProgressed;
import io.stele.core.event.MessageQueued;
import io.stele.core.example.MessageBuilder;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Context;
import io.stele.core.message.Direction;
import io.stele.core.message.Email;
import io.stele.core.message.Json;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Reaction;
import io.stele.core.message.Referral;
import io.stele.core.message.Status;
import io.stele.core.message.SystemNote;
import io.stele.core.message.Text;
import io.stele.core.message.Timeline;
import io.stele.core.message.Unsupported;
import io.stele.core.project.Mode;
import io.stele.core.webhook.EventView;
import io.stele.core.webhook.Payload;
import io.stele.core.webhook.WebhookForm.SignatureVersion;
import io.stele.core.webhook.WebhookTarget;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event as the contract shows it (§4.2, §4.3), byte for byte. */
class ZavuPayloadsTest {

    /** The message, the thread, the sender and the project of {@link Views}, as Zavu writes them. */
    private static final String ENVELOPE =
            """
            {"id":"evt_1772442904400_*","type":"%s","timestamp":1772442904400,"senderId":"00000000000000000000000010",\
            "projectId":"0000000000000000000000000g","data":%s}""";

    private static final String MESSAGE = "\"messageId\":\"2idq8fu7kqcbpc7oboj76qdeo00ka13s\"";
    private static final String THREAD = "\"conversationId\":\"0000000000000000000000001g\"";
    private static final String INBOUND = "{" + MESSAGE + "," + THREAD
            + ",\"from\":\"+15550102233\",\"to\":\"+15550100001\",\"channel\":\"%s\",\"status\":\"received\",%s}";
    private static final String OUTBOUND = "{" + MESSAGE + ",\"to\":\"+15550102233\",\"channel\":\"%s\",\"status\":\"%s\"," + THREAD
            + ",\"errorCode\":%s,\"errorMessage\":%s}";
    private static final String TIME = ",\"providerTimestamp\":1772442900000";

    private static final Message SMS = Views.outbound(Text.of("Door code 4471"), Mode.LIVE, Channel.SMS);
    private static final Message WHATSAPP = Views.outbound(Text.of("Door code 4471"), Mode.LIVE, Channel.WHATSAPP);

    static Stream<Arguments> events() {
        return Stream.of(
                told(Views.queued(), SMS, "message.queued", OUTBOUND.formatted("sms", "queued", null, null)),
                told(
                        Views.progressed(Status.SENT),
                        WHATSAPP,
                        "message.sent",
                        OUTBOUND.formatted("whatsapp", "sent", null, null)),
                told(
                        Views.progressed(Status.DELIVERED),
                        SMS,
                        "message.delivered",
                        OUTBOUND.formatted("sms", "delivered", null, null)),
                told(
                        Views.progressed(Status.READ),
                        WHATSAPP,
                        "message.read",
                        OUTBOUND.formatted("whatsapp", "read", null, null)),
                told(
                        Views.progressed(Status.FAILED),
                        WHATSAPP,
                        "message.failed",
                        OUTBOUND.formatted(
                                "whatsapp", "failed", "\"131026\"", "\"Message undeliverable: Not on WhatsApp\"")),
                told(
                        Views.echoed(),
                        WHATSAPP,
                        "message.sent",
                        OUTBOUND.formatted("whatsapp", "sent", null, null)),
                told(
                        Views.received(false),
                        Views.inbound(Text.of("Hi \"there\" / é 😀")),
                        "message.inbound",
                        INBOUND.formatted("whatsapp", "\"messageType\":\"text\",\"text\":\"Hi \\\"there\\\" / é 😀\"" + TIME)),
                told(
                        Views.received(false),
                        Views.inbound(Text.of("Hi"), Channel.SMS, Context.NONE, null),
                        "message.inbound",
                        INBOUND.formatted(
                                "sms", "\"messageType\":\"text\",\"text\":\"Hi\",\"providerTimestamp\":null")),
                told(
                        Views.received(false),
                        Views.inbound(new Media(
                                MediaKind.IMAGE,
                                new MediaFile("9001", "https://files.example.com/9001", "image/jpeg", null, null),
                                "The door",
                                null,
                                null,
                                null)),
                        "message.inbound",
                        INBOUND.formatted(
                                "whatsapp",
                                """
                                "messageType":"image","text":"The door","content":{"mediaUrl":"https://files.example.com/9001",\
                                "mediaId":"9001","mimeType":"image/jpeg"}""" + TIME)),
                told(
                        Views.received(false),
                        Views.inbound(
                                Text.of("At ten"),
                                Channel.WHATSAPP,
                                Context.answering(new Context.Quote(
                                        new MessageReference(Views.MESSAGE, Direction.OUTBOUND, "wamid.Q"),
                                        "+15550100001",
                                        "When?",
                                        ContentKind.TEXT)),
                                null),
                        "message.inbound",
                        INBOUND.formatted(
                                "whatsapp",
                                """
                                "messageType":"text","text":"At ten","content":{"replyToMessageId":"2idq8fu7kqcbpc7oboj76qdeo00ka13s",\
                                "replyToProviderMessageId":"wamid.Q","replyToFrom":"+15550100001","replyToText":"When?",\
                                "replyToMessageType":"text"}""" + TIME)),
                told(
                        Views.received(false),
                        Views.inbound(
                                Text.of("A room?"),
                                Channel.WHATSAPP,
                                Context.NONE,
                                new Referral(
                                        "https://ads.example.com/1", "1", "ad", "A room", null, "image", null, null, null, "ARc",
                                        null)),
                        "message.inbound",
                        INBOUND.formatted(
                                "whatsapp",
                                """
                                "messageType":"text","text":"A room?","content":{"referral":{"ctwaClid":"ARc","sourceId":"1","sourceType":"ad",\
                                "sourceUrl":"https://ads.example.com/1","headline":"A room","mediaType":"image"}}""" + TIME
                                        + """
                                ,"referral":{"ctwaClid":"ARc","sourceId":"1","sourceType":"ad","sourceUrl":"https://ads.example.com/1",\
                                "headline":"A room","mediaType":"image"}""")),
                told(
                        Views.received(false),
                        Views.inbound(new Unsupported("request_welcome", Json.Members.EMPTY)),
                        "message.unsupported",
                        INBOUND.formatted("whatsapp", "\"messageType\":\"request_welcome\"" + TIME)),
                told(
                        Views.received(false),
                        Views.inbound(new SystemNote(
                                "user_changed_number", "Ana changed numbers", "15550102244", Json.Members.EMPTY)),
                        "message.unsupported",
                        INBOUND.formatted(
                                "whatsapp", "\"messageType\":\"system\",\"text\":\"Ana changed numbers\"" + TIME)));
    }

    private static Arguments told(Event event, Message message, String type, String data) {
        return Arguments.of(type, event, message, line(type, data));
    }

    /** The event's name and its body. */
    private static String line(String type, String data) {
        return type + " " + ENVELOPE.formatted(type, data);
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("events")
    void anEventIsToldInZavusWords(String type, Event event, Message message, String expected) {
        assertThat(told(Views.of(event, message))).containsExactly(expected);
    }

    @Test
    void aReactionIsInboundAndForOlderClientsAReaction() {
        Message reaction = Views.inbound(new Reaction(MessageReference.foreign("wamid.R"), "👍"));
        String data = INBOUND.formatted(
                "whatsapp",
                "\"messageType\":\"reaction\",\"content\":{\"emoji\":\"👍\",\"reactToMessageId\":\"wamid.R\"}" + TIME);

        assertThat(told(Views.of(Views.received(false), reaction)))
                .containsExactly(line("message.inbound", data), line("message.reaction", data));
    }

    @Test
    void aFirstMessageBeginsAConversationBeforeItIsTold() {
        List<String> told = told(Views.of(Views.received(true), Views.inbound(Text.of("I saw your rooms"))));

        assertThat(told).hasSize(2);
        assertThat(told.getFirst()).endsWith("\"data\":{" + THREAD + """
                ,"phoneNumber":"+15550102233","channel":"whatsapp","firstMessageId":"2idq8fu7kqcbpc7oboj76qdeo00ka13s",\
                "firstMessageText":"I saw your rooms","profileName":"Ana R."}}""");
        assertThat(told.getLast()).startsWith("message.inbound ");
    }

    static Stream<Arguments> people() {
        return Stream.of(
                Arguments.of(new EmailAddress("ana@example.com"), Channel.EMAIL, "\"email\":\"ana@example.com\""),
                Arguments.of(new ChatId("77001"), Channel.TELEGRAM, "\"contactIdentifier\":\"77001\""),
                Arguments.of(
                        new BusinessScopedUserId("US.1349"), Channel.WHATSAPP, "\"contactIdentifier\":\"US.1349\""));
    }

    @ParameterizedTest
    @MethodSource("people")
    void aConversationIsFiledUnderWhatThePersonHas(Address person, Channel channel, String expected) {
        Message message = MessageBuilder.message().inbound().on(channel).with(person).build();

        assertThat(told(withoutPerson(Views.of(Views.received(true), message))).getFirst())
                .contains(expected + ",\"channel\"")
                .endsWith("\"firstMessageText\":\"Hello\",\"profileName\":null}}")
                .doesNotContain("phoneNumber");
    }

    @Test
    void anEmailIsToldWithWhatOnlyEmailsHave() {
        Message email = MessageBuilder.message()
                .inbound()
                .on(Channel.EMAIL)
                .with(new EmailAddress("ana@example.com"))
                .saying(new Email("Plan", null, "<p>See</p>", "desk@example.com", List.of()))
                .build();

        assertThat(told(Views.of(Views.received(false), email)).getFirst())
                .contains("\"channel\":\"email\",\"status\":\"received\",\"messageType\":\"text\",\"subject\":\"Plan\","
                        + "\"htmlBody\":\"<p>See</p>\",\"replyTo\":\"desk@example.com\",\"providerTimestamp\":null}");
    }

    @ParameterizedTest
    @CsvSource({
        "APPROVED,approved", "REINSTATED,approved", "FLAGGED,approved", "LOCKED,approved", "PENDING,pending",
        "IN_APPEAL,pending", "REJECTED,rejected", "PAUSED,rejected", "DISABLED,rejected", "DELETED,rejected"
    })
    void aTemplateHasAStatusOfZavusAndOneOfWhatsApps(String word, String status) {
        assertThat(told(Views.of(Views.template(word, "UTILITY", null, "INVALID_FORMAT"))))
                .containsExactly(line(
                        "template.status_changed",
                        """
                        {"templateId":"77001","name":"order_update","language":"es","category":"UTILITY","status":"%s",\
                        "reason":"INVALID_FORMAT","whatsapp":{"templateName":"order_update","status":"%s"}}"""
                                .formatted(status, word)));
    }

    @Test
    void whatGoesOnByAnotherChannelIsToldUnderItsFirstIdAndHasNeitherFailedNorBegunAnew() {
        MessageId next = new MessageId(Views.ksuid("2wJ0cQ8rTfYk5LmPz3VnBxGhAeT"));
        Message sms = MessageBuilder.message().id(next).on(Channel.SMS).continuing(Views.MESSAGE).build();
        Timeline timeline = Views.TO_FAILURE;

        assertThat(told(Views.of(
                        new MessageProgressed(
                                Views.ENDPOINT, Views.MESSAGE, Status.FAILED, timeline, Views.UNDELIVERABLE, null, null, next),
                        WHATSAPP)))
                .isEmpty();
        assertThat(told(Views.of(
                        new MessageProgressed(Views.ENDPOINT, Views.MESSAGE, Status.DELIVERED, timeline, null, null, null, next),
                        WHATSAPP)))
                .isEmpty();
        assertThat(told(Views.of(new MessageQueued(Views.ENDPOINT, next, Views.MESSAGE), sms))).isEmpty();
        assertThat(told(Views.of(
                        new MessageProgressed(Views.ENDPOINT, next, Status.SENT, timeline, null, null, Views.MESSAGE, null), sms)))
                .singleElement()
                .asString()
                .startsWith("message.sent ")
                .contains(MESSAGE, "\"channel\":\"sms\"");
    }

    @Test
    void aTemplateWhoseCategoryAloneHasChangedIsNotTold() {
        assertThat(told(Views.of(Views.template(null, "UTILITY", "MARKETING", null)))).isEmpty();
    }

    @Test
    void whatZavuHasNoWordsForIsNotTold() {
        assertThat(Views.ofOthers().flatMap(event -> told(Views.of(event)).stream()))
                .allMatch(told -> told.startsWith("template.status_changed "));
    }

    @Test
    void theWebhookOfAProjectNamesNoSender() {
        List<Payload> told = Zavu.FLAVOUR.payloads(
                Views.of(Views.queued(), SMS),
                Zavu.webhook(Zavu.NAMES, new WebhookTarget.OfProject(), SignatureVersion.V2, null, Map.of()));

        assertThat(told.getFirst().body()).doesNotContain("senderId");
    }

    @Test
    void whatIsSaidInOneThreadKeepsItsOrder() {
        assertThat(Views.ofMessages()
                        .flatMap(event -> payloads(Views.of(event, WHATSAPP)).stream())
                        .map(Payload::lane))
                .containsOnly(Views.THREAD);
    }

    @Test
    void anIdIsOfOneEventOnlyHoweverOftenItIsAsked() {
        List<String> ids = Views.ofMessages()
                .flatMap(event -> payloads(Views.of(event, WHATSAPP)).stream())
                .map(payload -> payload.event() + payload.body().substring(0, payload.body().indexOf(',')))
                .distinct()
                .toList();
        Set<String> bare = Set.copyOf(
                ids.stream().map(id -> id.substring(id.indexOf('{'))).toList());

        assertThat(bare).hasSameSizeAs(ids);
        assertThat(bare).allMatch(id -> id.matches("\\{\"id\":\"evt_1772442904400_[0-9a-v]{26}\""));
    }

    private static EventView withoutPerson(EventView view) {
        return new EventView(view.logged(), view.endpoint(), view.message(), null, null, null);
    }

    private static List<Payload> payloads(EventView view) {
        return Zavu.FLAVOUR.payloads(view, Zavu.webhook(Zavu.NAMES));
    }

    /** Names and bodies, with a star for what is not to be foreseen of an event's id. */
    private static List<String> told(EventView view) {
        return payloads(view).stream()
                .map(payload -> payload.event() + " " + payload.body().replaceFirst("_[0-9a-v]{26}\"", "_*\""))
                .toList();
    }
}
