package io.stele.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.kapso.webhook.KapsoEvent;
import io.stele.graphstub.callback.ReceiptPlan;
import io.stele.graphstub.client.Business;
import io.stele.graphstub.client.CallbackBody;
import io.stele.graphstub.client.GraphStubProcess;
import io.stele.graphstub.client.Inbound;
import io.stele.graphstub.client.Person;
import io.stele.server.Answer;
import io.stele.server.RunningStele;
import io.stele.server.SteleServerTest;
import io.stele.server.Tenant;
import io.stele.server.api.chirp.ChirpDeliveryCheck;
import io.stele.server.api.kapso.KapsoDeliveryCheck;
import io.stele.server.api.zavu.ZavuDeliveryCheck;
import io.stele.server.store.sql.Database;
import io.stele.server.webhook.ReceiverProcess.Delivery;
import io.stele.server.whatsapp.ConnectedNumber;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Everything that can happen happens once at a WhatsApp number, from its connection to its disconnection, and a webhook of each language hears of it
 * all, genuinely signed.
 */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class EveryEventTest extends SteleServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Business BUSINESS = new Business("31500051", "15550100051", "208745551");
    private static final String TOKEN = "token-of-the-number";
    private static final String APP_SECRET = "secret-of-the-app";
    private static final String SECRET = "kapso-test-secret-ü";
    private static final String HOOKS = "/platform/v1/whatsapp/webhooks";
    private static final String INACTIVE = "whatsapp.conversation.inactive";
    private static final long TEMPLATE = 7_710_001;

    private final GraphStubProcess graph = GraphStubProcess.with()
            .number(BUSINESS.numberId(), BUSINESS.account(), "+1 555-010-0051", TOKEN)
            .appSecret(APP_SECRET)
            .start();
    private final Map<Language, Told> told = new EnumMap<>(Language.class);
    private @Nullable ReceiverProcess process;

    /** In what words webhooks are told, and all of those that there is an occasion for. */
    enum Language {
        ZAVU(
                "message.queued", "message.sent", "message.delivered", "message.read", "message.failed",
                "message.inbound", "message.reaction", "message.unsupported", "conversation.new",
                "template.status_changed"),
        CHIRP(
                "messages.whatsapp.received", "messages.whatsapp.sent", "messages.whatsapp.delivered",
                "messages.whatsapp.read", "messages.whatsapp.failed", "contacts.whatsapp.created",
                "contacts.whatsapp.updated", "templates.whatsapp.updated", "templates.whatsapp.deleted",
                "whatsapp.account.connected", "whatsapp.account.disconnected"),
        KAPSO_NUMBER(
                "whatsapp.message.received", "whatsapp.message.sent", "whatsapp.message.delivered",
                "whatsapp.message.read", "whatsapp.message.failed", "whatsapp.conversation.created",
                "whatsapp.conversation.ended", INACTIVE, "whatsapp.contact.identity_changed",
                "whatsapp.contact.marketing_preference_changed"),
        KAPSO_PROJECT(
                "whatsapp.phone_number.created", "whatsapp.phone_number.deleted", "whatsapp.account.violation",
                "whatsapp.account.restricted", "whatsapp.account.disabled", "whatsapp.account.reinstated"),
        META(
                "messages", "sent", "delivered", "read", "played", "failed", "smb_message_echoes", "account_update",
                "message_template_status_update", "template_category_update", "user_preferences");

        private final Set<String> events;

        Language(String... events) {
            this.events = Set.of(events);
        }

        private String quoted() {
            return events.stream().map(event -> '"' + event + '"').collect(Collectors.joining(","));
        }

        /** What the delivery tells of. */
        private String event(Delivery delivery) {
            return switch (this) {
                case ZAVU -> delivery.header("X-Zavu-Event");
                case CHIRP -> delivery.request().json().get("event").getStringValue();
                case KAPSO_NUMBER, KAPSO_PROJECT -> delivery.header("X-Webhook-Event");
                case META -> ofMeta(delivery.request().json().get("entry").get(0).get("changes").get(0));
            };
        }

        private static String ofMeta(JsonNode change) {
            JsonNode statuses = change.get("value").get("statuses");
            return statuses == null
                    ? change.get("field").getStringValue()
                    : statuses.get(0).get("status").getStringValue();
        }

        private void requireGenuine(Delivery delivery, String secret) {
            switch (this) {
                case ZAVU -> ZavuDeliveryCheck.requireGenuine(delivery.request(), secret, "v2");
                case CHIRP -> ChirpDeliveryCheck.requireGenuine(delivery.request(), secret);
                case KAPSO_NUMBER, KAPSO_PROJECT -> KapsoDeliveryCheck.requireGenuine(delivery.request(), secret);
                case META -> KapsoDeliveryCheck.requireGenuineOfMeta(delivery.request(), secret);
            }
        }

        /** By what receivers know a repeated delivery. */
        private String id(Delivery delivery) {
            return switch (this) {
                case ZAVU -> delivery.request().json().get("id").getStringValue();
                case CHIRP -> delivery.header("webhook-id");
                case KAPSO_NUMBER, KAPSO_PROJECT, META -> delivery.header("X-Idempotency-Key");
            };
        }
    }

    /** Where a webhook is told, and with what it is signed. */
    private record Told(String path, String secret) {}

    @Override
    protected Map<String, String> settings() {
        return Map.of("STELE_GRAPH_URL", graph.root().toString(), "STELE_WEBHOOK_ALLOW", "127.0.0.0/8");
    }

    @BeforeAll
    void letEverythingHappen(@TempDir Path directory) {
        process = ReceiverProcess.start(directory);
        hookChirp();
        hookKapso(Language.KAPSO_PROJECT, "\"events\":[" + Language.KAPSO_PROJECT.quoted() + "]");
        ConnectedNumber number = ConnectedNumber.connect(http(), tenant(), BUSINESS, TOKEN, APP_SECRET);
        graph.control().callback(number.hook());
        hookZavu();
        String own = "\"phone_number_id\":\"" + BUSINESS.numberId() + "\",";
        hookKapso(
                Language.KAPSO_NUMBER,
                own + "\"inactivity_minutes\":7,\"events\":[" + Language.KAPSO_NUMBER.quoted() + "]");
        hookKapso(Language.META, own + "\"kind\":\"meta\"");

        Person customer = Person.phone(RunningStele.newCustomer().substring(1), "Mara");
        writeEverything(customer);
        sendEverything(number.tenant(), customer);
        reportOnTheTemplate();
        reportOnTheAccount();
        fallSilent();
        endTheConversation();
        require(204, kapso("DELETE", "/platform/v1/whatsapp/phone_numbers/" + BUSINESS.numberId(), null));
    }

    @AfterAll
    void stopProcesses() {
        receiver().close();
        graph.close();
    }

    private ReceiverProcess receiver() {
        return Objects.requireNonNull(process);
    }

    private void hookChirp() {
        String path = Manner.FINE.newPath();
        ChirpHooks hooks = new ChirpHooks(http(), tenant().chirpApp());
        ChirpHooks.Hook hook = hooks.add(receiver().url(path), Language.CHIRP.events.toArray(String[]::new));
        told.put(Language.CHIRP, new Told(path, hook.secret()));
    }

    private void hookZavu() {
        String path = Manner.FINE.newPath();
        Answer answer = http().send(
                        "PATCH",
                        "/v1/senders/" + tenant().senderId(),
                        Map.of("Authorization", "Bearer " + tenant().zavu(), "Content-Type", "application/json"),
                        "{\"webhookUrl\":\"%s\",\"webhookEvents\":[%s],\"webhookSignatureVersion\":\"v2\"}"
                                .formatted(receiver().url(path), Language.ZAVU.quoted()));
        require(200, answer);
        told.put(Language.ZAVU, new Told(path, answer.string("webhook", "secret")));
    }

    private void hookKapso(Language language, String members) {
        String path = Manner.FINE.newPath();
        Answer made = kapso(
                "POST",
                HOOKS,
                "{\"whatsapp_webhook\":{\"url\":\"%s\",\"secret_key\":\"%s\",%s}}"
                        .formatted(receiver().url(path), SECRET, members));
        require(201, made);
        told.put(language, new Told(path, SECRET));
    }

    private Answer kapso(String method, String path, @Nullable String json) {
        Map<String, String> headers = json == null
                ? Map.of("X-API-Key", tenant().kapso())
                : Map.of("X-API-Key", tenant().kapso(), "Content-Type", "application/json");
        return http().send(method, path, headers, json);
    }

    private static void require(int status, Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    }

    private void deliver(CallbackBody body) {
        assertThat(graph.control().inbound(body).status()).isEqualTo(200);
    }

    private void writeEverything(Person customer) {
        Inbound first = Inbound.text(customer, "Grüße, 你好 / <b>");
        deliver(CallbackBody.of(BUSINESS, first));
        deliver(CallbackBody.of(BUSINESS, Inbound.reaction(customer, first.id(), "👍")));
        deliver(CallbackBody.of(BUSINESS, Inbound.unsupported(customer, "poll")));
        deliver(CallbackBody.of(BUSINESS).echoes(Inbound.text(customer, "From the phone")));
        deliver(CallbackBody.of(BUSINESS).preference(customer, true));
        Person unnumbered = Person.user("US.1349120865530275001", "Ana", "ana.r");
        deliver(CallbackBody.of(BUSINESS, Inbound.text(unnumbered, "Hello")));
        deliver(CallbackBody.of(BUSINESS, Inbound.changedUserId(unnumbered, "US.1349120865530275002")));
    }

    private void sendEverything(Tenant owner, Person customer) {
        graph.control().receipts(ReceiptPlan.of("sent", "delivered", "read", "played"));
        awaitStatus(owner, send(owner, customer), "read");
        graph.control().receipts(ReceiptPlan.failed(131049, "Not delivered", "To maintain a healthy ecosystem."));
        awaitStatus(owner, send(owner, customer), "failed");
    }

    private String send(Tenant owner, Person customer) {
        Answer answer = http().post(
                        "/v1/messages",
                        owner.zavu(),
                        "{\"to\":\"+%s\",\"channel\":\"whatsapp\",\"fallbackEnabled\":false,\"text\":\"Hi\"}"
                                .formatted(customer.digits()));
        require(202, answer);
        return answer.string("message", "id");
    }

    private void awaitStatus(Tenant owner, String id, String status) {
        await().atMost(PATIENCE)
                .until(() -> http().get("/v1/messages/" + id, owner.zavu()).string("message", "status"), status::equals);
    }

    private void reportOnTheTemplate() {
        deliver(CallbackBody.of(BUSINESS).templateStatus("APPROVED", TEMPLATE, "hello", "en", "UTILITY", null));
        deliver(CallbackBody.of(BUSINESS).templateCategory(TEMPLATE, "hello", "en", "UTILITY", "MARKETING"));
        deliver(CallbackBody.of(BUSINESS).templateStatus("PENDING_DELETION", TEMPLATE, "hello", "en", "MARKETING", null));
    }

    private void reportOnTheAccount() {
        Map<String, Object> violation = Map.of("violation_info", Map.of("violation_type", "ADULT"));
        deliver(CallbackBody.of(BUSINESS).accountUpdate("ACCOUNT_VIOLATION", violation));
        deliver(CallbackBody.of(BUSINESS)
                .accountUpdate(
                        "ACCOUNT_RESTRICTION",
                        Map.of("restriction_info", List.of(Map.of("restriction_type", "RESTRICTED_BIZ_INITIATED_MESSAGING")))));
        for (String state : List.of("SCHEDULE_FOR_DISABLE", "DISABLE", "REINSTATE")) {
            deliver(CallbackBody.of(BUSINESS)
                    .accountUpdate("DISABLED_UPDATE", Map.of("ban_info", Map.of("waba_ban_state", state))));
        }
        deliver(CallbackBody.of(BUSINESS).accountUpdate("PARTNER_ADDED", Map.of()));
    }

    /** The time of every watch is made over, as soon as there is one; it is told before the conversation is ended. */
    private void fallSilent() {
        Database database = stele().server().context().getBean(Database.class);
        await().atMost(PATIENCE)
                .until(() -> database.write(session -> session.update("update webhook_silence set due_at = since")) > 0);
        await().atMost(PATIENCE).until(() -> heard(Language.KAPSO_NUMBER).contains(INACTIVE));
    }

    private void endTheConversation() {
        String id = kapso("GET", "/platform/v1/whatsapp/conversations", null).string("data", 0, "id");
        require(
                200,
                kapso(
                        "PATCH",
                        "/platform/v1/whatsapp/conversations/" + id,
                        "{\"whatsapp_conversation\":{\"status\":\"ended\"}}"));
    }

    private List<Delivery> deliveries(Language language) {
        return receiver().at(told(language).path());
    }

    private Told told(Language language) {
        return Objects.requireNonNull(told.get(language));
    }

    private Set<String> heard(Language language) {
        return deliveries(language).stream().map(language::event).collect(Collectors.toSet());
    }

    @Test
    void noEventOfKapsosIsLeftOut() {
        assertThat(Stream.of(Language.KAPSO_NUMBER, Language.KAPSO_PROJECT).flatMap(language -> language.events.stream()))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(KapsoEvent.values()).map(KapsoEvent::word).toList());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everythingIsToldAndGenuinelySigned(Language language) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(heard(language)).containsAll(language.events));

        List<Delivery> deliveries = deliveries(language);
        assertThat(heard(language)).isEqualTo(language.events);
        deliveries.forEach(delivery -> {
            assertThat(delivery.request().json().isObject()).isTrue();
            language.requireGenuine(delivery, told(language).secret());
        });
        assertThat(deliveries).extracting(language::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"KAPSO_NUMBER", "META"})
    void whoHasNoNumberIsToldByUsername(Language language) {
        await().atMost(PATIENCE)
                .until(() -> deliveries(language).stream()
                        .anyMatch(delivery -> delivery.request().body().contains("\"username\":\"ana.r\"")));
    }

    @Test
    void whatHappenedToTheAccountIsToldWithItsNumbersAndMetasWords() {
        await().atMost(PATIENCE).until(() -> heard(Language.KAPSO_PROJECT).contains("whatsapp.account.violation"));

        Delivery violation = deliveries(Language.KAPSO_PROJECT).stream()
                .filter(delivery -> Language.KAPSO_PROJECT.event(delivery).equals("whatsapp.account.violation"))
                .findFirst()
                .orElseThrow();

        JsonNode told = violation.request().json();
        assertThat(told.get("event").getStringValue()).isEqualTo("whatsapp.account.violation");
        assertThat(told.get("business_account_id").getStringValue()).isEqualTo(BUSINESS.account());
        assertThat(told.get("violation").get("violation_type").getStringValue()).isEqualTo("ADULT");
        assertThat(told.get("phone_numbers").get(0).get("id").getStringValue()).isEqualTo(BUSINESS.numberId());
        assertThat(told.get("source").get("event").getStringValue()).isEqualTo("ACCOUNT_VIOLATION");
        assertThat(told.get("restrictions")).isNull();
    }
}
