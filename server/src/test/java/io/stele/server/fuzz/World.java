package io.stele.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stele.graphstub.client.Business;
import io.stele.server.Answer;
import io.stele.server.Http;
import io.stele.server.RunningStele;
import io.stele.server.Tenant;
import io.stele.server.matrix.Cast;
import io.stele.server.whatsapp.ConnectedNumber;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A project in which there is one of everything, so that every call has something to be about. The numbers on WhatsApp belong to another one, so that
 * what this one sends goes to the sandbox.
 */
final class World {

    /** The number to which Meta posts. */
    static final Business HOOKED = new Business("31500061", "15550100061", "208745561");

    /** The number that is connected and disconnected. */
    static final Business CHANGING = new Business("31500062", "15550100062", "208745562");

    static final String TOKEN = "token-of-the-numbers";
    static final String APP_SECRET = "secret-of-the-app";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RunningStele stele;
    private final Http http;
    private final Tenant tenant;
    private final Tenant connecting;
    private final String webhookUrl;
    private final Map<String, String> ids = new HashMap<>();
    private final Cast cast;

    /** @param webhookUrl which takes whatever it is told */
    World(RunningStele stele, String webhookUrl) {
        this.stele = stele;
        this.http = stele.http();
        this.tenant = stele.tenant();
        this.connecting = stele.other();
        this.webhookUrl = webhookUrl;
        this.cast = talk();
    }

    /** What an id of this name is. */
    String id(String name) {
        return Objects.requireNonNull(ids.get(name), name);
    }

    Tenant tenant() {
        return tenant;
    }

    /** Whose numbers are on WhatsApp. */
    Tenant connecting() {
        return connecting;
    }

    Cast cast() {
        return cast;
    }

    String webhookUrl() {
        return webhookUrl;
    }

    private Cast talk() {
        ids.put("senderId", tenant.senderId());
        ids.put("phone_number_id", tenant.phoneNumberId());
        ids.put("version", "v24.0");
        subscribe();
        String customer = RunningStele.newCustomer();
        String picture = "9" + customer.substring(4);
        stele.writeIn(customer, tenant, "{\"type\":\"image\",\"image\":{\"id\":\"%s\",\"mime_type\":\"image/png\"}}".formatted(picture));
        String first = stele.writeIn(customer);
        Answer kapso = kapso("GET", "/platform/v1/whatsapp/messages?limit=1&phone_number=" + customer.substring(1), null, 200);
        Answer contacts = kapso("GET", "/platform/v1/whatsapp/contacts?limit=1&wa_id_contains=" + customer.substring(1), null, 200);
        Answer chirp = http.get("/v1/organization/whatsapp/messages?limit=1", tenant.chirpAdmin());
        Answer threads = http.get("/v1/conversations?limit=1", tenant.zavu());
        ids.put("customer", customer);
        ids.put("wa_id", customer.substring(1));
        ids.put("zavuMessage", first);
        ids.put("wamid", kapso.string("data", 0, "id"));
        ids.put("conversation_id", kapso.string("data", 0, "kapso", "whatsapp_conversation_id"));
        ids.put("contact", contacts.string("data", 0, "id"));
        ids.put("chirpMessage", chirp.string("messages", 0, "id"));
        ids.put("phoneNumberId", chirp.string("messages", 0, "whatsappPhoneNumberId"));
        ids.put("conversationId", threads.string("items", 0, "id"));
        ids.put("media", picture);
        files();
        told();
        cursors();
        return new Cast(tenant, customer, first, id("wamid"), id("chirpMessage"));
    }

    private void files() {
        Answer sent = http.post(
                "/v1/messages",
                tenant.zavu(),
                "{\"to\":\"ada@example.com\",\"subject\":\"S\",\"text\":\"T\",\"attachments\":[{\"filename\":\"a.txt\",\"content\":\"YQ==\"}]}");
        ids.put("email", sent.string("message", "id"));
        Answer attached = http.get("/v1/messages/" + id("email") + "/attachments", tenant.zavu());
        ids.put("token", lastPart(attached.string("items", 0, "downloadUrl")));
        Answer media = kapso(
                "GET", "/meta/whatsapp/v24.0/" + tenant.phoneNumberId() + "/messages?limit=2", null, 200);
        ids.put("mediaToken", lastPart(URI.create(media.string("data", 1, "image", "link")).getPath()));
    }

    /** A link to the picture as Kapso gives it, good for some minutes. */
    String download() {
        Answer shown = kapso("GET", "/meta/whatsapp/v24.0/" + id("media") + "?phone_number_id=" + tenant.phoneNumberId(), null, 200);
        URI link = URI.create(shown.string("download_url"));
        return link.getRawPath() + "?" + link.getRawQuery();
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private void subscribe() {
        call("PATCH", "/v1/senders/" + tenant.senderId(), "Authorization", "Bearer " + tenant.zavu(),
                "{\"webhookUrl\":\"%s\",\"webhookEvents\":[\"message.inbound\"]}".formatted(webhookUrl), 200);
        ids.put("kapsoWebhook", kapso("POST", "/platform/v1/whatsapp/phone_numbers/" + tenant.phoneNumberId() + "/webhooks",
                        "{\"whatsapp_webhook\":{\"url\":\"%s\",\"events\":[\"whatsapp.message.received\"],\"secret_key\":\"s\"}}".formatted(webhookUrl),
                        201)
                .string("data", "id"));
        ids.put("projectWebhook", kapso("POST", "/platform/v1/whatsapp/webhooks",
                        "{\"whatsapp_webhook\":{\"url\":\"%s\",\"events\":[\"whatsapp.phone_number.created\"],\"secret_key\":\"s\"}}".formatted(webhookUrl),
                        201)
                .string("data", "id"));
        Answer chirp = http.post("/v1/webhooks", tenant.chirpApp(),
                "{\"url\":\"%s\",\"events\":[\"messages.whatsapp.received\"]}".formatted(webhookUrl));
        ids.put("webhookId", chirp.string("id"));
        ids.put("appId", chirp.string("appId"));
        ids.put("customer_id", kapso("POST", "/platform/v1/customers", "{\"customer\":{\"name\":\"Bakery\"}}", 201).string("data", "id"));
        ids.put("connecting", call("POST", "/platform/v1/customers", "X-API-Key", connecting.kapso(), "{\"customer\":{\"name\":\"Bakery\"}}", 201)
                .string("data", "id"));
    }

    /** Until each webhook has been told of something. */
    private void told() {
        String zavu = "/v1/senders/" + tenant.senderId() + "/webhook/deliveries";
        String chirp = "/v1/webhooks/" + id("webhookId") + "/deliveries";
        await().atMost(PATIENCE).until(() -> http.get(zavu, tenant.zavu()).at("items").size() > 0
                && kapso("GET", "/platform/v1/webhook_deliveries", null, 200).at("data").size() > 0
                && http.get(chirp, tenant.chirpApp()).at("deliveries").size() > 0);
        ids.put("zavuDelivery", http.get(zavu, tenant.zavu()).string("items", 0, "id"));
        ids.put("delivery_id", kapso("GET", "/platform/v1/webhook_deliveries", null, 200).string("data", 0, "id"));
        ids.put("chirpDelivery", http.get(chirp, tenant.chirpApp()).string("deliveries", 0, "id"));
    }

    /** Real ones, which are changed a little. */
    private void cursors() {
        ids.put("zavuCursor", http.get("/v1/messages?limit=1", tenant.zavu()).string("nextCursor"));
        ids.put("kapsoCursor", kapso("GET", "/platform/v1/whatsapp/messages?limit=1", null, 200).string("paging", "cursors", "after"));
        ids.put("chirpCursor", http.get("/v1/organization/whatsapp/messages?limit=1", tenant.chirpAdmin()).string("nextCursor"));
    }

    /** Connects the number to which Meta posts. */
    ConnectedNumber connectHooked() {
        return ConnectedNumber.connect(http, connecting, HOOKED, TOKEN, APP_SECRET);
    }

    /** The number that changes is connected. */
    void connected() {
        String path = "/platform/v1/whatsapp/phone_numbers/" + CHANGING.numberId();
        if (call("GET", path, "X-API-Key", connecting.kapso(), null).status() != 200) {
            call("POST", "/platform/v1/customers/" + id("connecting") + "/whatsapp/phone_numbers", "X-API-Key", connecting.kapso(), connection(), 201);
        }
    }

    void disconnected() {
        call("DELETE", "/platform/v1/whatsapp/phone_numbers/" + CHANGING.numberId(), "X-API-Key", connecting.kapso(), null);
    }

    static String connection() {
        return """
                {"whatsapp_phone_number":{"name":"Support","phone_number_id":"%s","business_account_id":"%s",\
                "access_token":"%s","app_secret":"%s"}}"""
                .formatted(CHANGING.numberId(), CHANGING.account(), TOKEN, APP_SECRET);
    }

    /** The id of what this call made. */
    String made(String path, String header, String key, String body, Object... id) {
        return call("POST", path, header, key, body, 201).string(id);
    }

    Answer kapso(String method, String path, @Nullable String body, int status) {
        return call(method, path, "X-API-Key", tenant.kapso(), body, status);
    }

    Answer call(String method, String path, String header, String key, @Nullable String body) {
        return http.send(
                method,
                path,
                body == null ? Map.of(header, key) : Map.of(header, key, "Content-Type", "application/json"),
                body);
    }

    private Answer call(String method, String path, String header, String key, @Nullable String body, int status) {
        Answer answer = call(method, path, header, key, body);
        assertThat(answer.status()).as(path + ": " + answer.text()).isEqualTo(status);
        return answer;
    }
}
