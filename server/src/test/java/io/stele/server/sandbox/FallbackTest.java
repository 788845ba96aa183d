package io.stele.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.connector.sandbox.MagicRecipient;
import io.stele.server.Answer;
import io.stele.server.Receiver;
import io.stele.server.SteleServerTest;
import io.stele.server.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A text that WhatsApp cannot deliver, as each API and its webhooks show it. Each test has a project of its own. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class FallbackTest extends SteleServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String KAPSO = "/platform/v1/whatsapp";

    private final Receiver receiver = Receiver.start();

    @Override
    protected Map<String, String> settings() {
        return Map.of("STELE_WEBHOOK_ALLOW", "127.0.0.0/8");
    }

    @AfterAll
    void stopReceiver() {
        receiver.close();
    }

    /** The webhooks of a project: one of each API. */
    private record Hooks(Tenant tenant, String zavu, String kapso, String chirp) {}

    private Hooks hooks() {
        Tenant tenant = stele().found("Fallback");
        Hooks hooks = new Hooks(tenant, Receiver.newPath(), Receiver.newPath(), Receiver.newPath());
        made(200, http().send(
                "PATCH",
                "/v1/senders/" + tenant.senderId(),
                Map.of("Authorization", "Bearer " + tenant.zavu(), "Content-Type", "application/json"),
                "{\"webhookUrl\":\"%s\",\"webhookEvents\":[%s]}"
                        .formatted(
                                receiver.url(hooks.zavu),
                                quoted("message.queued", "message.sent", "message.delivered", "message.read", "message.failed"))));
        made(201, http().send(
                "POST",
                KAPSO + "/webhooks",
                Map.of("X-API-Key", tenant.kapso(), "Content-Type", "application/json"),
                "{\"whatsapp_webhook\":{\"url\":\"%s\",\"secret_key\":\"secret\",\"phone_number_id\":\"%s\",\"events\":[%s]}}"
                        .formatted(
                                receiver.url(hooks.kapso),
                                tenant.phoneNumberId(),
                                quoted(
                                        "whatsapp.message.sent",
                                        "whatsapp.message.delivered",
                                        "whatsapp.message.read",
                                        "whatsapp.message.failed"))));
        made(201, http().post(
                "/v1/webhooks",
                tenant.chirpApp(),
                "{\"url\":\"%s\",\"events\":[%s]}"
                        .formatted(
                                receiver.url(hooks.chirp),
                                quoted(
                                        "messages.whatsapp.sent",
                                        "messages.whatsapp.delivered",
                                        "messages.whatsapp.read",
                                        "messages.whatsapp.failed"))));
        return hooks;
    }

    private static String quoted(String... events) {
        return '"' + String.join("\",\"", events) + '"';
    }

    private static Answer made(int status, Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer;
    }

    static Stream<Arguments> recipients() {
        return Stream.of(
                Arguments.of(
                        MagicRecipient.UNDELIVERABLE,
                        "failed",
                        List.of("queued whatsapp", "failed sms"),
                        List.of("failed")),
                Arguments.of(
                        MagicRecipient.NOT_ON_WHATSAPP,
                        "delivered",
                        List.of("queued whatsapp", "sent sms", "delivered sms"),
                        List.of("failed")),
                Arguments.of(
                        MagicRecipient.FAILS_LATER,
                        "failed",
                        List.of("queued whatsapp", "sent whatsapp", "sent sms", "failed sms"),
                        List.of("sent", "failed")));
    }

    @ParameterizedTest
    @MethodSource("recipients")
    void is_one_message_in_zavu_and_has_failed_elsewhere(
            MagicRecipient recipient, String end, List<String> toldByZavu, List<String> toldElsewhere) {
        Hooks hooks = hooks();
        Tenant tenant = hooks.tenant();
        stele().writeIn(recipient.number(), tenant, "{\"type\":\"text\",\"text\":{\"body\":\"Hello\"}}");
        String id = send(tenant, recipient, "\"metadata\":{\"unit\":\"12B\"}");

        List<String> statuses = new ArrayList<>();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            JsonNode message = message(tenant, id);
            String status = message.get("status").getStringValue();
            if (statuses.isEmpty() || !statuses.getLast().equals(status)) {
                statuses.add(status);
            }
            return message.get("attemptedChannels") != null && status.equals(end);
        });
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(toldByZavu(hooks, id)).containsExactlyElementsOf(toldByZavu);
            assertThat(toldByKapso(hooks)).containsExactlyInAnyOrderElementsOf(toldElsewhere);
            assertThat(toldByChirp(hooks)).containsExactlyElementsOf(toldElsewhere);
        });

        List<String> way = List.of("queued", "sending", "sent", "delivered", "failed");
        assertThat(statuses).isSortedAccordingTo((one, other) -> Integer.compare(way.indexOf(one), way.indexOf(other)));
        shownByZavu(tenant, id, recipient, end);
        shownElsewhere(tenant, id);
    }

    private String send(Tenant tenant, MagicRecipient recipient, String more) {
        return made(202, http().post(
                        "/v1/messages",
                        tenant.zavu(),
                        "{\"to\":\"%s\",\"channel\":\"whatsapp\",\"text\":\"Hi\",%s}".formatted(recipient.number(), more)))
                .string("message", "id");
    }

    private JsonNode message(Tenant tenant, String id) {
        return made(200, http().get("/v1/messages/" + id, tenant.zavu())).at("message");
    }

    private void shownByZavu(Tenant tenant, String id, MagicRecipient recipient, String end) {
        JsonNode message = message(tenant, id);
        assertThat(message.get("id").getStringValue()).isEqualTo(id);
        assertThat(message.get("channel").getStringValue()).isEqualTo("sms");
        assertThat(texts(message.get("attemptedChannels"))).containsExactly("whatsapp", "sms");
        assertThat(message.get("metadata").get("unit").getStringValue()).isEqualTo("12B");
        assertThat(text(message, "errorCode")).isEqualTo(end.equals("failed") ? "RECIPIENT_UNREACHABLE" : null);
        String to = recipient.number().replace("+", "%2B");
        for (String filter : List.of("", "?channel=sms", "?status=" + end, "?to=" + to)) {
            assertThat(listed(tenant, "/v1/messages" + filter, id)).as(filter).containsExactly(message);
        }
        assertThat(listed(tenant, "/v1/messages?channel=whatsapp", id)).isEmpty();
        String thread = message.get("conversationId").getStringValue();
        assertThat(listed(tenant, "/v1/conversations/" + thread + "/messages", id)).containsExactly(message);
        Answer conversation = http().get("/v1/conversations/" + thread, tenant.zavu());
        assertThat(conversation.at("conversation", "messageCount").getLongValue()).isEqualTo(2);
        assertThat(conversation.string("conversation", "lastMessage", "id")).isEqualTo(id);
        String provider = text(message, "providerMessageId");
        if (provider != null) {
            assertThat(message(tenant, provider)).isEqualTo(message);
        }
        assertThat(made(400, http().post("/v1/messages/" + id + "/reactions", tenant.zavu(), "{\"emoji\":\"👍\"}"))
                        .string("code"))
                .isEqualTo("bad_request");
        made(400, http().post(
                "/v1/messages",
                tenant.zavu(),
                "{\"to\":\"%s\",\"messageType\":\"reaction\",\"content\":{\"emoji\":\"👍\",\"reactToMessageId\":\"%s\"}}"
                        .formatted(recipient.number(), id)));
        assertThat(http().get("/v1/messages/" + id + "/attachments", tenant.zavu()).at("items").size()).isZero();
    }

    private List<JsonNode> listed(Tenant tenant, String path, String id) {
        return elements(made(200, http().get(path, tenant.zavu())).at("items"))
                .filter(message -> message.get("id").getStringValue().equals(id))
                .toList();
    }

    private void shownElsewhere(Tenant tenant, String id) {
        List<JsonNode> events = elements(http().get("/events", tenant.zavu()).at("events"))
                .filter(event -> event.get("type").getStringValue().startsWith("message_"))
                .toList();
        JsonNode names = events.stream()
                .map(event -> event.get("message"))
                .filter(each -> each.get("zavu").getStringValue().equals(id))
                .findFirst()
                .orElseThrow();
        List<JsonNode> next = events.stream().filter(event -> event.get("continues") != null).toList();
        assertThat(next).isNotEmpty().allSatisfy(event -> {
            assertThat(event.get("continues")).isEqualTo(names);
            assertThat(event.get("message")).isNotEqualTo(names);
        });

        Answer chirp = made(200, http().get("/v1/whatsapp/messages/" + names.get("chirp").getStringValue(), tenant.chirpApp()));
        assertThat(chirp.text()).contains("\"errorCode\":\"131026\"");
        Answer kapso = made(200, kapso(tenant, KAPSO + "/messages/" + names.get("kapso").getStringValue()));
        assertThat(kapso.string("data", "kapso", "status")).isEqualTo("failed");
        assertThat(kapso.text()).contains("131026");
        Answer conversation = kapso(
                tenant, KAPSO + "/conversations/" + kapso.string("data", "kapso", "whatsapp_conversation_id"));
        assertThat(conversation.at("data", "kapso", "messages_count").getIntValue()).isEqualTo(2);
        assertThat(kapso(tenant, KAPSO + "/messages").at("data").size()).isEqualTo(2);
        assertThat(http().get("/v1/whatsapp/messages", tenant.chirpApp()).at("messages").size()).isEqualTo(2);
        for (JsonNode event : next) {
            JsonNode sms = event.get("message");
            made(404, http().get("/v1/whatsapp/messages/" + sms.get("chirp").getStringValue(), tenant.chirpApp()));
            made(404, kapso(tenant, KAPSO + "/messages/" + sms.get("kapso").getStringValue()));
        }
    }

    private Answer kapso(Tenant tenant, String path) {
        return http().send("GET", path, Map.of("X-API-Key", tenant.kapso()), null);
    }

    private List<String> toldByZavu(Hooks hooks, String id) {
        return receiver.at(hooks.zavu).stream()
                .map(told -> told.json().get("data"))
                .peek(data -> assertThat(data.get("messageId").getStringValue()).isEqualTo(id))
                .map(data -> data.get("status").getStringValue() + " " + data.get("channel").getStringValue())
                .toList();
    }

    /** In no order: Kapso keeps that of messages received and sent only, and tells {@code failed} as soon as it happens (contract §4.6). */
    private List<String> toldByKapso(Hooks hooks) {
        return receiver.at(hooks.kapso).stream()
                .map(told -> told.header("X-Webhook-Event").orElseThrow().replace("whatsapp.message.", ""))
                .toList();
    }

    private List<String> toldByChirp(Hooks hooks) {
        return receiver.at(hooks.chirp).stream()
                .map(told -> told.json().get("event").getStringValue().replace("messages.whatsapp.", ""))
                .toList();
    }

    @Test
    void is_shown_by_a_send_that_is_repeated() {
        Tenant tenant = stele().found("Repeated");
        stele().writeIn(MagicRecipient.UNDELIVERABLE.number(), tenant, "{\"type\":\"text\",\"text\":{\"body\":\"Hello\"}}");
        String key = "\"idempotencyKey\":\"once\"";
        String id = send(tenant, MagicRecipient.UNDELIVERABLE, key);
        await().atMost(PATIENCE).until(() -> message(tenant, id).get("attemptedChannels") != null);

        Answer again = http().post(
                        "/v1/messages",
                        tenant.zavu(),
                        "{\"to\":\"%s\",\"channel\":\"whatsapp\",\"text\":\"Hi\",%s}"
                                .formatted(MagicRecipient.UNDELIVERABLE.number(), key));

        made(409, again);
        assertThat(again.string("details", "messageId")).isEqualTo(id);
        assertThat(texts(again.at("details", "message", "attemptedChannels"))).containsExactly("whatsapp", "sms");
    }

    @Test
    void is_none_where_it_is_not_wanted() {
        Hooks hooks = hooks();
        Tenant tenant = hooks.tenant();
        stele().writeIn(MagicRecipient.FAILS_LATER.number(), tenant, "{\"type\":\"text\",\"text\":{\"body\":\"Hello\"}}");
        String id = send(tenant, MagicRecipient.FAILS_LATER, "\"fallbackEnabled\":false");

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(toldByZavu(hooks, id)).containsExactly("queued whatsapp", "sent whatsapp", "failed whatsapp");
            assertThat(toldByKapso(hooks)).containsExactlyInAnyOrder("sent", "failed");
            assertThat(toldByChirp(hooks)).containsExactly("sent", "failed");
        });
        JsonNode message = message(tenant, id);
        assertThat(text(message, "errorCode")).isEqualTo("131026");
        assertThat(message.get("channel").getStringValue()).isEqualTo("whatsapp");
        assertThat(message.get("attemptedChannels")).isNull();
        assertThat(http().get("/events", tenant.zavu()).text()).doesNotContain("continues");
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.values().spliterator(), false);
    }

    private static List<String> texts(JsonNode array) {
        return elements(array).map(JsonNode::getStringValue).toList();
    }

    private static @Nullable String text(JsonNode object, String name) {
        JsonNode member = object.get(name);
        return member == null || member.isNull() ? null : member.getStringValue();
    }
}
