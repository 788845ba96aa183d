package io.stele.adapters.chirp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.adapters.webhook.Views;
import io.stele.core.address.Identity;
import io.stele.core.channel.Channel;
import io.stele.core.event.ContactChanged;
import io.stele.core.event.ContactCreated;
import io.stele.core.event.EndpointConnected;
import io.stele.core.event.EndpointDisconnected;
import io.stele.core.event.Event;
import io.stele.core.event.IdentityChanged;
import io.stele.core.message.Failure;
import io.stele.core.message.Message;
import io.stele.core.message.Status;
import io.stele.core.message.Text;
import io.stele.core.project.Mode;
import io.stele.core.webhook.EventView;
import io.stele.core.webhook.Payload;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event as the contract shows it (§6.3, §6.4), byte for byte; what it does not show, as it is documented here. */
class ChirpPayloadsTest {

    private static final String APP = "\"app\":{\"id\":\"app_2wHz9Rk3LmNbVcXzQwErTyUiOpA\",\"name\":\"Bookings\"}";

    private static final String ENVELOPE = "%s {\"event\":\"%s\",\"timestamp\":\"2026-03-02T09:15:04.400Z\",\"data\":{%s}}";

    private static final String BEGINNING =
            """
            "message":{"id":"msg_wa_2wJ0cQ8rTfYk5LmPz3VnBxGhAeS","direction":"%s","from":"%s","to":"%s","type":"text",\
            "text":"%s","mediaUrl":null,"mediaId":null,"context":null,\
            "conversationWindow":{"id":"wacw_2wJ0cQ8sAaBbCcDdEeFfGgHhIiJ","originType":"user_initiated",\
            "expiresAt":"2026-03-03T09:15:00.000Z"},""";

    private static final String OUTBOUND = BEGINNING.formatted("outbound", "+15550100001", "+15550102233", "Ready at nine");
    private static final String INBOUND = BEGINNING.formatted("inbound", "+15550102233", "+15550100001", "Hello");
    private static final String FAILURE =
            """
            {"type":"provider_error","code":"message_undeliverable","message":"Message undeliverable: Not on WhatsApp.",\
            "doc_url":"https://docs.buildwithchirp.com/api_reference/error-codes#message_undeliverable","param":null,\
            "provider":{"source":"meta","code":131026,"message":"Message undeliverable"}}""";

    private static final Message SENT = Views.outbound(Text.of("Ready at nine"), Mode.LIVE, Channel.WHATSAPP);

    static Stream<Arguments> events() {
        return Stream.of(
                told(
                        Views.received(true),
                        Views.inbound(Text.of("Hello")),
                        "messages.whatsapp.received",
                        INBOUND
                                + """
                                "receivedAt":"2026-03-02T09:15:00.000Z","sentAt":null,"deliveredAt":null,"readAt":null,"failedAt":null,\
                                "occurredAt":"2026-03-02T09:15:00.000Z","source":"cloud_api","isHistoricalImport":false},"""
                                + APP),
                told(
                        Views.progressed(Status.SENT),
                        SENT,
                        "messages.whatsapp.sent",
                        OUTBOUND
                                + """
                                "receivedAt":null,"sentAt":"2026-03-02T09:15:01.000Z","deliveredAt":null,"readAt":null,"failedAt":null,\
                                "occurredAt":"2026-03-02T09:15:01.000Z","source":"cloud_api","isHistoricalImport":false},"""
                                + APP),
                told(
                        Views.progressed(Status.DELIVERED),
                        SENT,
                        "messages.whatsapp.delivered",
                        OUTBOUND
                                + """
                                "receivedAt":null,"sentAt":"2026-03-02T09:15:01.000Z","deliveredAt":"2026-03-02T09:15:02.000Z",\
                                "readAt":null,"failedAt":null,"occurredAt":"2026-03-02T09:15:02.000Z","source":"cloud_api",\
                                "isHistoricalImport":false},"""
                                + APP),
                told(
                        Views.progressed(Status.READ),
                        SENT,
                        "messages.whatsapp.read",
                        OUTBOUND
                                + """
                                "receivedAt":null,"sentAt":"2026-03-02T09:15:01.000Z","deliveredAt":"2026-03-02T09:15:02.000Z",\
                                "readAt":"2026-03-02T09:15:03.000Z","failedAt":null,"occurredAt":"2026-03-02T09:15:03.000Z",\
                                "source":"cloud_api","isHistoricalImport":false},"""
                                + APP),
                told(
                        Views.progressed(Status.FAILED),
                        SENT,
                        "messages.whatsapp.failed",
                        OUTBOUND
                                + """
                                "receivedAt":null,"sentAt":"2026-03-02T09:15:01.000Z","deliveredAt":null,"readAt":null,\
                                "failedAt":"2026-03-02T09:15:02.000Z","occurredAt":"2026-03-02T09:15:02.000Z","source":"cloud_api",\
                                "isHistoricalImport":false,"error":"""
                                + FAILURE + "}," + APP + ",\"error\":" + FAILURE),
                told(
                        Views.echoed(),
                        SENT,
                        "messages.whatsapp.sent",
                        OUTBOUND
                                + """
                                "receivedAt":null,"sentAt":null,"deliveredAt":null,"readAt":null,"failedAt":null,\
                                "occurredAt":"2026-03-02T09:15:00.000Z","source":"business_app","isHistoricalImport":false},"""
                                + APP));
    }

    private static final String PERSON =
            """
            "contact":{"id":"00000000-0000-0000-0000-000000000010","phoneNumber":"+15550102233","userId":"US.13491208655302741918",\
            "contactName":"Ana R.","displayName":"Ana of Sales","createdAt":"2026-03-02T09:15:00.000Z",\
            "updatedAt":"2026-03-02T09:15:05.000Z"},"""
                    + APP;

    private static final String ACCOUNT =
            """
            "account":{"id":"wabp_2002","metaWabaId":"2002","phoneNumbers":[{"id":"wapn_2wHyB1vRk7TnQmZs4LpXcDfGjKa",\
            "displayPhoneNumber":"+15550100001","metaPhoneNumberId":"1001"}],"isTestProfile":false},"""
                    + APP;

    static Stream<Arguments> otherEvents() {
        return Stream.of(
                told(new ContactCreated(Views.ENDPOINT, Views.PERSON), "contacts.whatsapp.created", PERSON),
                told(new ContactChanged(null, Views.PERSON), "contacts.whatsapp.updated", PERSON),
                told(
                        new IdentityChanged(Views.ENDPOINT, Views.PERSON, Identity.UNKNOWN),
                        "contacts.whatsapp.updated",
                        PERSON),
                told(new EndpointConnected(Views.ENDPOINT), "whatsapp.account.connected", ACCOUNT),
                told(new EndpointDisconnected(Views.ENDPOINT), "whatsapp.account.disconnected", ACCOUNT),
                told(
                        Views.template("REJECTED", null, null, "INVALID_FORMAT"),
                        "templates.whatsapp.updated",
                        template("null", "null", "\"REJECTED\"", "\"INVALID_FORMAT\"")),
                told(
                        Views.template("FLAGGED", null, null, null),
                        "templates.whatsapp.updated",
                        template("null", "null", "\"APPROVED\"", "null")),
                told(
                        Views.template(null, "UTILITY", "MARKETING", null),
                        "templates.whatsapp.updated",
                        template("\"UTILITY\"", "\"MARKETING\"", "null", "null")),
                told(
                        Views.template("DELETED", null, null, null),
                        "templates.whatsapp.deleted",
                        template("null", "null", "\"DELETED\"", "null")));
    }

    private static String template(String category, String previous, String status, String reason) {
        return """
                "template":{"whatsappBusinessProfileId":"wabp_2002","name":"order_update","language":"es","metaTemplateId":"77001",\
                "category":%s,"previousCategory":%s,"status":%s,"rejectionReason":%s},"""
                        .formatted(category, previous, status, reason)
                + APP;
    }

    private static Arguments told(Event event, Message message, String name, String data) {
        return Arguments.of(name, Views.of(event, message), ENVELOPE.formatted(name, name, data));
    }

    private static Arguments told(Event event, String name, String data) {
        return Arguments.of(name, Views.of(event), ENVELOPE.formatted(name, name, data));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource({"events", "otherEvents"})
    void anEventIsToldInChirpsWords(String name, EventView view, String expected) {
        assertThat(told(view)).containsExactly(expected);
    }

    @Test
    void whatChirpHasNoWordsForIsNotTold() {
        assertThat(told(Views.of(Views.queued(), SENT))).isEmpty();
        assertThat(Views.ofOthers()
                        .filter(event -> event.getClass().getSimpleName().matches("Conversation.*|Marketing.*"))
                        .flatMap(event -> told(Views.of(event)).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Channel.class, mode = EnumSource.Mode.EXCLUDE, names = "WHATSAPP")
    void otherChannelsAreNotTold(Channel channel) {
        Message message = Views.outbound(Text.of("Hi"), Mode.LIVE, channel);

        assertThat(Views.ofMessages().flatMap(event -> told(Views.of(event, message)).stream())).isEmpty();
        assertThat(Views.ofOthers()
                        .filter(event -> event.endpoint() != null)
                        .flatMap(event -> told(at(channel, event)).stream()))
                .allMatch(told -> told.startsWith("templates.whatsapp."));
    }

    @Test
    void aPersonWhomWhatsAppDoesNotKnowIsNotTold() {
        EventView view = Views.of(new ContactChanged(null, Views.PERSON));

        assertThat(told(new EventView(view.logged(), null, null, null, null, Views.emailer()))).isEmpty();
    }

    @Test
    void anIdOfTheTestAppSaysSo() {
        Message message = Views.outbound(Text.of("Hi"), Mode.TEST, Channel.WHATSAPP);

        List<Payload> told = Chirp.FLAVOUR.payloads(
                Views.of(Views.progressed(Status.SENT), message), Chirp.webhook(Chirp.NAMES, Mode.TEST, null, Map.of()));

        assertThat(told.getFirst().body())
                .contains("\"id\":\"msg_wa_test_2wJ0cQ8rTfYk5LmPz3VnBxGhAeS\"")
                .contains("\"id\":\"wacw_test_2wJ0cQ8sAaBbCcDdEeFfGgHhIiJ\"")
                .endsWith(",\"app\":{\"id\":\"app_test_2wHz9Rk3LmNbVcXzQwErTyUiOpA\"}}}");
    }

    @Test
    void aFailureThatChirpHasNoCodeForHasMetas() {
        EventView view = Views.of(Views.progressed(new Failure("131005", "Access denied", null)), SENT);

        assertThat(told(view).getFirst())
                .endsWith(
                        """
                        "error":{"type":"provider_error","message":"Access denied.","param":null,\
                        "provider":{"source":"meta","code":131005,"message":"Access denied"}}}}""");
    }

    @Test
    void aFailureOfOursHasNoProvider() {
        EventView view = Views.of(Views.progressed(new Failure("EXPIRED", "Too late", null)), SENT);

        assertThat(told(view).getFirst()).endsWith("\"error\":{\"type\":\"api_error\",\"message\":\"Too late.\",\"param\":null}}}");
    }

    @Test
    void whatIsSaidInOneThreadKeepsItsOrder() {
        assertThat(Views.ofMessages()
                        .flatMap(event -> payloads(Views.of(event, SENT)).stream())
                        .map(Payload::lane))
                .containsOnly(Views.THREAD);
    }

    private static EventView at(Channel channel, Event event) {
        return new EventView(
                Views.logged(event, Views.scope(Mode.LIVE)),
                Views.endpoint(channel, Views.scope(Mode.LIVE)),
                null,
                null,
                null,
                Views.person());
    }

    private static List<Payload> payloads(EventView view) {
        return Chirp.FLAVOUR.payloads(view, Chirp.webhook(Chirp.NAMES));
    }

    private static List<String> told(EventView view) {
        return payloads(view).stream()
                .map(payload -> payload.event() + " " + payload.body())
                .toList();
    }
}
