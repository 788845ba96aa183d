package io.stele.server.fuzz;

import io.stele.graphstub.client.CallbackBody;
import io.stele.graphstub.client.Inbound;
import io.stele.graphstub.client.Person;
import io.stele.server.ApiDocuments;
import io.stele.server.ApiDocuments.Call;
import io.stele.server.Http;
import io.stele.server.RunningStele;
import io.stele.server.fuzz.RawRequest.Header;
import io.stele.server.matrix.MatrixCase;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** At least one example of each call of the documents, and of the calls that stand in none. */
final class Examples {

    private static final String SIGNATURE = "X-Hub-Signature-256";
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    /** What Meta, the browser and the operator call, and no document describes. */
    private static final List<Call> OTHERS = List.of(
            new Call("stele", "POST", "/hooks/whatsapp/{endpoint}", List.of()),
            new Call("stele", "GET", "/hooks/whatsapp/{endpoint}", List.of("hub.mode", "hub.verify_token", "hub.challenge")),
            new Call("stele", "GET", "/media/{mediaToken}", List.of()),
            new Call("stele", "GET", "/openapi/{document}", List.of()));

    private final World world;
    private final String hook;
    private final Map<String, String> spares = new HashMap<>();
    private final List<Example> all = new ArrayList<>();

    Examples(World world, String hook, String verifyToken) {
        this.world = world;
        this.hook = hook;
        sends();
        zavu();
        chirp();
        kapso();
        own(verifyToken);
    }

    List<Example> all() {
        return List.copyOf(all);
    }

    /** All calls of which there has to be an example. */
    static List<Call> calls() {
        return Stream.concat(ApiDocuments.ALL.calls().stream(), OTHERS.stream()).toList();
    }

    private void sends() {
        MatrixCase.all().forEach(message -> {
            String inbound = switch (message.through()) {
                case "zavu", "inbound" -> world.cast().zavuInbound();
                case "kapso" -> world.cast().kapsoInbound();
                default -> world.cast().chirpInbound();
            };
            String body = world.cast().body(message, inbound);
            switch (message.through()) {
                case "zavu" -> json("POST", "/v1/messages", body);
                case "kapso" -> json("POST", "/meta/whatsapp/{version}/{phone_number_id}/messages", body);
                case "chirp" -> json("POST", "/v1/whatsapp/messages", body);
                case "chirp-template" -> json("POST", "/v1/whatsapp/templates/send", body);
                case "inbound" -> json("POST", "/sandbox/inbound", body);
                default -> throw new IllegalArgumentException(message.through());
            }
        });
        json("POST", "/sandbox/inbound", """
                {"channel":"email","from":"ada@example.com","to":"hello@stele.test","subject":"S","text":"T","html":"<p>T</p>"}""");
    }

    private void zavu() {
        for (String path : List.of("/v1/messages/{messageId}", "/v1/messages/{messageId}/attachments")) {
            get(path, Map.of("messageId", "zavuMessage"));
        }
        get("/v1/messages", Map.of());
        add("POST", "/v1/messages/{messageId}/reactions", Map.of("messageId", "zavuMessage"), "{\"emoji\":\"👍\"}");
        add("POST", "/v1/messages/{messageId}/typing", Map.of("messageId", "zavuMessage"), null);
        get("/v1/conversations", Map.of());
        get("/v1/conversations/{conversationId}", Map.of());
        get("/v1/conversations/{conversationId}/messages", Map.of());
        add("POST", "/v1/conversations/{conversationId}/read", Map.of(), null);
        get("/v1/me", Map.of());
        get("/v1/balance", Map.of());
        get("/v1/files/{token}", Map.of());
        get("/v1/senders", Map.of());
        json("POST", "/v1/senders", """
                {"name":"Spare","setAsDefault":false,"webhookUrl":"%s","webhookEvents":["message.failed"],"webhookSignatureVersion":"v2"}"""
                .formatted(world.webhookUrl()), answer -> remove(answer, "/v1/senders/", "id"));
        get("/v1/senders/{senderId}", Map.of());
        spare("PATCH", "/v1/senders/{senderId}",
                "{\"name\":\"Other\",\"webhookUrl\":\"%s\",\"webhookEvents\":[\"message.failed\"]}".formatted(world.webhookUrl()), "/v1/senders", "{\"name\":\"Spare\"}", "id");
        spare("DELETE", "/v1/senders/{senderId}", null, "/v1/senders", "{\"name\":\"Spare\"}", "id");
        add("POST", "/v1/senders/{senderId}/webhook/secret", Map.of(), null);
        get("/v1/senders/{senderId}/webhook/deliveries", Map.of());
        get("/v1/senders/{senderId}/webhook/deliveries/{deliveryId}", Map.of("deliveryId", "zavuDelivery"));
        add("POST", "/v1/senders/{senderId}/webhook/deliveries/{deliveryId}/replay", Map.of("deliveryId", "zavuDelivery"), null);
    }

    private void chirp() {
        Map<String, String> message = Map.of("messageId", "chirpMessage");
        Map<String, String> delivery = Map.of("deliveryId", "chirpDelivery");
        get("/v1/media/{mediaId}", Map.of("mediaId", "media"));
        for (String root : List.of("/v1", "/v1/organization")) {
            get(root + "/whatsapp/messages", Map.of());
            get(root + "/whatsapp/messages/{messageId}", message);
            get(root + "/whatsapp/phone-numbers", Map.of());
            get(root + "/whatsapp/phone-numbers/{phoneNumberId}", Map.of());
        }
        json("POST", "/v1/whatsapp/messages/read", "{\"messageId\":\"%s\"}".formatted(world.id("chirpMessage")));
        json("POST", "/v1/whatsapp/messages/typing", "{\"messageId\":\"%s\"}".formatted(world.id("chirpMessage")));
        json("POST", "/v1/playground/whatsapp/inbound", "{\"from\":\"%s\",\"to\":\"%s\",\"text\":\"Hi\"}"
                .formatted(world.id("customer"), world.tenant().phoneNumber()));
        String made = "{\"url\":\"%s\",\"events\":[\"contacts.whatsapp.deleted\"],\"headers\":{\"X-Mine\":\"1\"}}".formatted(world.webhookUrl());
        for (String root : List.of("/v1/webhooks", "/v1/organization/apps/{appId}/webhooks")) {
            get(root, Map.of());
            json("POST", root, made, answer -> remove(answer, "/v1/webhooks/", "id"));
            get(root + "/{webhookId}", Map.of());
            spare("PUT", root + "/{webhookId}", made, "/v1/webhooks", made, "id");
            spare("DELETE", root + "/{webhookId}", null, "/v1/webhooks", made, "id");
            get(root + "/{webhookId}/deliveries", Map.of());
            get(root + "/{webhookId}/deliveries/{deliveryId}", delivery);
            add("POST", root + "/{webhookId}/deliveries/{deliveryId}/replay", delivery, null);
        }
    }

    private void kapso() {
        Map<String, String> message = Map.of("message_id", "wamid");
        String proxy = "/meta/whatsapp/{version}";
        String number = proxy + "/{phone_number_id}";
        String platform = "/platform/v1/whatsapp";
        get(number + "/messages", Map.of());
        get(number + "/messages/{message_id}", message);
        get(number + "/conversations", Map.of());
        get(number + "/contacts", Map.of());
        get(number + "/contacts/{wa_id}", Map.of());
        json("PATCH", number + "/contacts/{wa_id}", "{\"profile_name\":\"Ana\",\"display_name\":\"Ana R.\",\"metadata\":{\"a\":[1,{\"b\":true}]}}");
        json("POST", number + "/messages", "{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"%s\",\"typing_indicator\":{\"type\":\"text\"}}"
                .formatted(world.id("wamid")));
        for (String path : List.of(number, proxy)) {
            get(path + "/conversations/{conversation_id}", Map.of());
            json("PATCH", path + "/conversations/{conversation_id}", "{\"status\":\"ended\"}");
        }
        query(get(proxy + "/{media_id}", Map.of("media_id", "media")), "phone_number_id=" + world.tenant().phoneNumberId());
        put("GET", "/meta/whatsapp/media_download", () -> request("GET", "/meta/whatsapp/media_download", world.download(), null),
                UnaryOperator.identity(), _ -> {});
        get(platform + "/messages", Map.of());
        get(platform + "/messages/{message_id}", message);
        get(platform + "/conversations", Map.of());
        get(platform + "/conversations/{conversation_id}", Map.of());
        json("PATCH", platform + "/conversations/{conversation_id}", "{\"whatsapp_conversation\":{\"status\":\"ended\"}}");
        get(platform + "/contacts", Map.of());
        get(platform + "/contacts/{identifier}", Map.of("identifier", "contact"));
        add("PATCH", platform + "/contacts/{identifier}", Map.of("identifier", "contact"),
                "{\"contact\":{\"profile_name\":\"Ana\",\"display_name\":\"Ana R.\",\"metadata\":{\"a\":[1,{\"b\":true}]}}}");
        numbers(platform);
        webhooks(platform);
        customers();
    }

    private void numbers(String platform) {
        String number = platform + "/phone_numbers/{phone_number_id}";
        get(platform + "/phone_numbers", Map.of());
        get(number, Map.of());
        String path = platform + "/phone_numbers/" + World.CHANGING.numberId();
        given("PATCH", number, path, "{\"whatsapp_phone_number\":{\"name\":\"Sales\",\"webhook_verify_token\":\"a-token-of-ours\"}}", world::connected);
        given("DELETE", number, path, null, world::connected);
        given("POST", "/platform/v1/customers/{customer_id}/whatsapp/phone_numbers",
                "/platform/v1/customers/" + world.id("connecting") + "/whatsapp/phone_numbers", World.connection(), world::disconnected);
    }

    private void webhooks(String platform) {
        String made = "{\"whatsapp_webhook\":{\"url\":\"%s\",\"kind\":\"kapso\",\"events\":[\"%s\"],\"secret_key\":\"s\",\"headers\":{\"X-Mine\":\"1\"},"
                + "\"active\":true,\"payload_version\":\"v2\"}}";
        Map<String, String> events = Map.of(
                platform + "/phone_numbers/{phone_number_id}/webhooks", "whatsapp.message.failed",
                platform + "/webhooks", "whatsapp.phone_number.deleted");
        events.forEach((root, event) -> {
            String body = made.formatted(world.webhookUrl(), event);
            String own = root.contains("{") ? "kapsoWebhook" : "projectWebhook";
            String filled = filled(root, Map.of());
            get(root, Map.of());
            json("POST", root, body, answer -> remove(answer, filled + "/", "data", "id"));
            get(root + "/{webhook_id}", Map.of("webhook_id", own));
            spare("PATCH", root + "/{webhook_id}", body, filled, body, "data", "id");
            spare("DELETE", root + "/{webhook_id}", null, filled, body, "data", "id");
        });
        add("POST", platform + "/webhooks/{webhook_id}/test", Map.of("webhook_id", "projectWebhook"),
                "{\"event_type\":\"whatsapp.phone_number.created\"}");
        get("/platform/v1/webhook_deliveries", Map.of());
        get("/platform/v1/webhook_deliveries/{delivery_id}", Map.of());
        add("POST", "/platform/v1/webhook_deliveries/{delivery_id}/replay", Map.of(), null);
    }

    private void customers() {
        String root = "/platform/v1/customers";
        String made = "{\"customer\":{\"name\":\"Spare\"}}";
        get(root, Map.of());
        json("POST", root, made, answer -> remove(answer, root + "/", "data", "id"));
        get(root + "/{customer_id}", Map.of());
        spare("PATCH", root + "/{customer_id}", "{\"customer\":{\"name\":\"Other\"}}", root, made, "data", "id");
        spare("DELETE", root + "/{customer_id}", null, root, made, "data", "id");
    }

    private void own(String verifyToken) {
        get("/events", Map.of());
        get("/health", Map.of());
        json("POST", "/operator/projects", "{\"name\":\"Bakery\"}");
        get("/media/{mediaToken}", Map.of());
        given("GET", "/openapi/{document}", "/openapi/zavu.yml", null, () -> {});
        Person person = Person.phone(RunningStele.newCustomer().substring(1), "Ana Rivera");
        given("GET", "/hooks/whatsapp/{endpoint}", hook + "?hub.mode=subscribe&hub.challenge=1&hub.verify_token=" + verifyToken, null, () -> {});
        List<String> bodies = new ArrayList<>(List.of(CallbackBody.of(World.HOOKED, Inbound.text(person, "Hello")).json()));
        bodies.addAll(HookBodies.all(World.HOOKED, person.digits()));
        bodies.forEach(body -> put("POST", "/hooks/whatsapp/{endpoint}",
                () -> request("POST", "/hooks/whatsapp/{endpoint}", hook, body), Examples::signed, _ -> {}));
    }

    private static RawRequest signed(RawRequest request) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(World.APP_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return request.with(SIGNATURE, "sha256=" + HexFormat.of().formatHex(mac.doFinal(request.body().orElse(new byte[0]))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Example get(String template, Map<String, String> names) {
        return add("GET", template, names, null);
    }

    private void json(String method, String template, String body) {
        add(method, template, Map.of(), body);
    }

    private void json(String method, String template, String body, Consumer<RawAnswer> taken) {
        String path = filled(template, Map.of());
        put(method, template, () -> request(method, template, path, body), UnaryOperator.identity(), taken);
    }

    private Example add(String method, String template, Map<String, String> names, @Nullable String body) {
        String path = filled(template, names);
        return put(method, template, () -> request(method, template, path, body), UnaryOperator.identity(), _ -> {});
    }

    private void given(String method, String template, String path, @Nullable String body, Runnable given) {
        put(method, template, () -> {
            given.run();
            return request(method, template, path, body).mapped("X-API-Key", _ -> world.connecting().kapso());
        }, UnaryOperator.identity(), _ -> {});
    }

    /** About something that the call may do away with: another of the kind is made when it is gone. */
    private void spare(String method, String template, @Nullable String body, String made, String making, Object... id) {
        put(method, template, () -> request(method, template, beginning(template) + "/" + spare(made, making, id), body),
                UnaryOperator.identity(), _ -> {});
    }

    private String beginning(String template) {
        return filled(template.substring(0, template.lastIndexOf('/')), Map.of());
    }

    private String spare(String root, String making, Object... id) {
        Header key = key("POST", root);
        String known = spares.get(root);
        if (known == null || world.call("GET", root + "/" + known, key.name(), key.value(), null).status() != 200) {
            known = world.made(root, key.name(), key.value(), making, id);
            spares.put(root, known);
        }
        return known;
    }

    private void remove(RawAnswer answer, String root, Object... id) {
        if (answer.status() == 201) {
            var tree = Http.parse(answer.body());
            for (Object step : id) {
                tree = Objects.requireNonNull(tree.get((String) step));
            }
            Header key = key("DELETE", root);
            world.call("DELETE", root + tree.getStringValue(), key.name(), key.value(), null);
        }
    }

    private void query(Example example, String query) {
        all.remove(example);
        put(example.call().method(), example.call().template(), () -> {
            RawRequest request = example.request().get();
            return request.withTarget(request.target() + "?" + query);
        }, example.finish(), example.taken());
    }

    private Example put(
            String method, String template, Supplier<RawRequest> request, UnaryOperator<RawRequest> finish, Consumer<RawAnswer> taken) {
        Call call = calls().stream()
                .filter(known -> known.method().equals(method) && known.template().equals(template))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no call " + method + " " + template));
        Example example = new Example(call, request, finish, taken);
        all.add(example);
        return example;
    }

    private RawRequest request(String method, String template, String path, @Nullable String body) {
        List<Header> headers = new ArrayList<>(List.of(key(method, template)));
        if (body != null) {
            headers.add(new Header("Content-Type", "application/json"));
        }
        return RawRequest.of(
                method, path, headers, Optional.ofNullable(body).map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }

    private Header key(String method, String template) {
        if (template.startsWith("/meta") || template.startsWith("/platform")) {
            return new Header("X-API-Key", world.tenant().kapso());
        }
        String key;
        if (template.startsWith("/operator")) {
            key = RunningStele.OPERATOR;
        } else if (template.startsWith("/v1/organization")) {
            key = world.tenant().chirpAdmin();
        } else if (template.startsWith("/v1/playground")) {
            key = world.tenant().chirpTest();
        } else {
            key = Stream.of("/v1/whatsapp", "/v1/webhooks", "/v1/media").anyMatch(template::startsWith)
                    ? world.tenant().chirpApp()
                    : world.tenant().zavu();
        }
        return new Header("Authorization", "Bearer " + key);
    }

    private String filled(String template, Map<String, String> names) {
        return VARIABLE.matcher(template).replaceAll(found -> Matcher.quoteReplacement(
                world.id(names.getOrDefault(found.group(1), found.group(1)))));
    }
}
