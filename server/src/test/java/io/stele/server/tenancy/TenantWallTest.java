package io.stele.server.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.server.Answer;
import io.stele.server.SteleServerTest;
import io.stele.server.Tenant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.jspecify.annotations.Nullable;

/** With two projects, no id of one is reachable by any verb of any API with the keys of the other. */
abstract class TenantWallTest extends SteleServerTest {

    private static final String TEXT = "\"text\":{\"body\":\"Let me in\"}";

    private String customer = "";
    private Map<String, String> ids = Map.of();

    @BeforeAll
    void oneProjectTalksWithSomebody() {
        customer = stele().customerInConversation();
        Tenant owner = tenant();
        Answer kapso = http().send(
                        "GET",
                        "/platform/v1/whatsapp/messages?limit=1&phone_number=" + customer.substring(1),
                        Map.of("X-API-Key", owner.kapso()),
                        null);
        Answer contacts = http().send(
                        "GET",
                        "/platform/v1/whatsapp/contacts?limit=1&wa_id_contains=" + customer.substring(1),
                        Map.of("X-API-Key", owner.kapso()),
                        null);
        Answer chirp = http().get("/v1/organization/whatsapp/messages?limit=1", owner.chirpAdmin());
        Answer zavu = http().get("/v1/conversations?limit=1", owner.zavu());
        String thread = zavu.string("items", 0, "id");
        Answer messages = http().get("/v1/conversations/" + thread + "/messages", owner.zavu());
        ids = Map.of(
                "zavuMessage", messages.string("items", 0, "id"),
                "thread", thread,
                "sender", owner.senderId(),
                "wamid", kapso.string("data", 0, "id"),
                "conversation", kapso.string("data", 0, "kapso", "whatsapp_conversation_id"),
                "contact", contacts.string("data", 0, "id"),
                "chirpMessage", chirp.string("messages", 0, "id"),
                "wapn", chirp.string("messages", 0, "whatsappPhoneNumberId"),
                "number", owner.phoneNumberId(),
                "waId", customer.substring(1));
    }

    static Stream<Arguments> calls() {
        return Stream.of(
                zavu("GET", "/v1/messages/{zavuMessage}", null),
                zavu("GET", "/v1/messages/{wamid}", null),
                zavu("GET", "/v1/messages/{zavuMessage}/attachments", null),
                zavu("POST", "/v1/messages/{zavuMessage}/reactions", "{\"emoji\":\"👍\"}"),
                zavu("POST", "/v1/messages/{zavuMessage}/typing", null),
                zavu("GET", "/v1/conversations/{thread}", null),
                zavu("GET", "/v1/conversations/{thread}/messages", null),
                zavu("POST", "/v1/conversations/{thread}/read", null),
                zavu("GET", "/v1/senders/{sender}", null),
                zavu("PATCH", "/v1/senders/{sender}", "{\"name\":\"Mine\"}"),
                zavu("GET", "/v1/senders/{sender}/webhook/deliveries", null),
                zavu("POST", "/v1/messages", "{\"to\":\"+4915212345678\",\"channel\":\"sms\",\"text\":\"x\",\"senderId\":\"{sender}\"}"),
                kapso("POST", "/meta/whatsapp/v23.0/{number}/messages", "{\"messaging_product\":\"whatsapp\",\"to\":\"{waId}\",\"type\":\"text\"," + TEXT + "}"),
                kapso("POST", "/meta/whatsapp/v23.0/{number}/messages", "{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"{wamid}\"}"),
                kapso("GET", "/meta/whatsapp/v23.0/{number}/messages", null),
                kapso("GET", "/meta/whatsapp/v23.0/{number}/messages/{wamid}", null),
                kapso("GET", "/meta/whatsapp/v23.0/{own}/messages/{wamid}", null),
                kapso("GET", "/meta/whatsapp/v23.0/{number}/conversations", null),
                kapso("GET", "/meta/whatsapp/v23.0/{number}/conversations/{conversation}", null),
                kapso("GET", "/meta/whatsapp/v23.0/{own}/conversations/{conversation}", null),
                kapso("GET", "/meta/whatsapp/v23.0/conversations/{conversation}", null),
                kapso("PATCH", "/meta/whatsapp/v23.0/conversations/{conversation}", "{\"status\":\"ended\"}"),
                kapso("PATCH", "/meta/whatsapp/v23.0/{own}/conversations/{conversation}", "{\"status\":\"ended\"}"),
                kapso("GET", "/meta/whatsapp/v23.0/{number}/contacts", null),
                kapso("GET", "/meta/whatsapp/v23.0/{number}/contacts/{waId}", null),
                kapso("GET", "/meta/whatsapp/v23.0/{own}/contacts/{waId}", null),
                kapso("PATCH", "/meta/whatsapp/v23.0/{own}/contacts/{waId}", "{\"display_name\":\"Mine\"}"),
                kapso("GET", "/platform/v1/whatsapp/messages/{wamid}", null),
                kapso("GET", "/platform/v1/whatsapp/conversations/{conversation}", null),
                kapso("PATCH", "/platform/v1/whatsapp/conversations/{conversation}", "{\"whatsapp_conversation\":{\"status\":\"ended\"}}"),
                kapso("GET", "/platform/v1/whatsapp/contacts/{contact}", null),
                kapso("GET", "/platform/v1/whatsapp/contacts/{waId}", null),
                kapso("GET", "/platform/v1/whatsapp/phone_numbers/{number}", null),
                admin("GET", "/v1/organization/whatsapp/messages/{chirpMessage}", null),
                admin("GET", "/v1/organization/whatsapp/messages/{wamid}", null),
                admin("GET", "/v1/organization/whatsapp/phone-numbers/{wapn}", null),
                app("GET", "/v1/whatsapp/messages/{chirpMessage}", null),
                app("POST", "/v1/whatsapp/messages/read", "{\"messageId\":\"{chirpMessage}\"}"),
                app("POST", "/v1/whatsapp/messages/typing", "{\"messageId\":\"{chirpMessage}\"}"));
    }

    private static Arguments zavu(String method, String path, @Nullable String body) {
        return Arguments.of("zavu", method, path, body);
    }

    private static Arguments kapso(String method, String path, @Nullable String body) {
        return Arguments.of("kapso", method, path, body);
    }

    private static Arguments admin(String method, String path, @Nullable String body) {
        return Arguments.of("admin", method, path, body);
    }

    private static Arguments app(String method, String path, @Nullable String body) {
        return Arguments.of("app", method, path, body);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void another_project_s_id_is_not_found(String flavour, String method, String path, @Nullable String body) {
        String before = everything();

        Answer intruder = call(stele().other(), flavour, method, path, body);

        assertThat(intruder.status()).as(intruder.text()).isEqualTo(404);
        assertThat(intruder.text()).doesNotContain("Hello");
        assertThat(everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void the_owner_finds_it(String flavour, String method, String path, @Nullable String body) {
        boolean ends = method.equals("PATCH") && path.contains("conversations");
        boolean sends = method.equals("POST") && path.endsWith("/messages");
        if (!ends && !sends) {
            Answer owner = call(tenant(), flavour, method, path, body);
            assertThat(owner.status()).as(owner.text()).isBetween(200, 202);
        }
    }

    @Test
    void lists_hold_nothing_of_another_project() {
        Tenant other = stele().other();
        for (String path : new String[] {"/v1/messages", "/v1/conversations"}) {
            assertThat(http().get(path, other.zavu()).at("items").size()).as(path).isZero();
        }
        for (String path : new String[] {"messages", "conversations", "contacts"}) {
            Answer platform = call(other, "kapso", "GET", "/platform/v1/whatsapp/" + path, null);
            assertThat(platform.at("data").size()).as(path).isZero();
            Answer proxy = call(other, "kapso", "GET", "/meta/whatsapp/v23.0/{own}/" + path, null);
            assertThat(proxy.at("data").size()).as(path).isZero();
        }
        assertThat(http().get("/v1/organization/whatsapp/messages", other.chirpAdmin()).at("messages").size()).isZero();
        assertThat(http().get("/v1/whatsapp/messages", other.chirpApp()).at("messages").size()).isZero();
        assertThat(http().get("/v1/organization/whatsapp/phone-numbers", other.chirpAdmin()).text())
                .doesNotContain(tenant().phoneNumberId());
    }

    @Test
    void a_message_cannot_leave_by_another_project_s_number() {
        Answer chirp = http().post(
                        "/v1/whatsapp/messages",
                        stele().other().chirpApp(),
                        "{\"from\":\"%s\",\"to\":\"%s\",\"type\":\"text\",%s}"
                                .formatted(tenant().phoneNumber(), customer, TEXT));
        assertThat(chirp.status()).as(chirp.text()).isEqualTo(400);
        assertThat(chirp.string("error", "code")).isEqualTo("phone_number_not_assigned");
    }

    @Test
    void a_quote_or_reaction_cannot_reach_into_another_project() {
        Answer answer = http().post(
                        "/v1/messages",
                        stele().other().zavu(),
                        "{\"to\":\"%s\",\"messageType\":\"reaction\",\"content\":{\"emoji\":\"👍\",\"reactToMessageId\":\"%s\"}}"
                                .formatted(customer, ids.get("zavuMessage")));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    }

    private Answer call(Tenant caller, String flavour, String method, String path, @Nullable String body) {
        String key = switch (flavour) {
            case "zavu" -> caller.zavu();
            case "kapso" -> caller.kapso();
            case "admin" -> caller.chirpAdmin();
            case "app" -> caller.chirpApp();
            default -> throw new IllegalArgumentException(flavour);
        };
        Map<String, String> headers = body == null
                ? Map.of("Authorization", "Bearer " + key, "X-API-Key", key)
                : Map.of("Authorization", "Bearer " + key, "X-API-Key", key, "Content-Type", "application/json");
        return http().send(method, filled(path, caller), headers, body == null ? null : filled(body, caller));
    }

    private String filled(String template, Tenant caller) {
        String filled = template.replace("{own}", caller.phoneNumberId());
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        return filled;
    }

    /** What the owner sees, to show that an intruder changed nothing. */
    private String everything() {
        return call(tenant(), "kapso", "GET", "/platform/v1/whatsapp/messages/{wamid}", null).text()
                + call(tenant(), "kapso", "GET", "/platform/v1/whatsapp/conversations/{conversation}", null).text()
                + call(tenant(), "kapso", "GET", "/platform/v1/whatsapp/contacts/{contact}", null).text()
                + call(tenant(), "zavu", "GET", "/v1/conversations/{thread}", null).text()
                + call(tenant(), "admin", "GET", "/v1/organization/whatsapp/messages/{chirpMessage}", null).text();
    }
}
