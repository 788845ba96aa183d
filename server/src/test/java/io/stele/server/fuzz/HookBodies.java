package io.stele.server.fuzz;

import io.stele.graphstub.client.Business;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of every kind that Meta posts, those by which its reader is tested, made out to one number. */
final class HookBodies {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String FOLDER = "/io/stele/adapters/connector/whatsapp/webhook/";
    private static final AtomicInteger IDS = new AtomicInteger();

    private HookBodies() {}

    /** @param person who writes, in digits */
    static List<String> all(Business number, String person) {
        List<String> bodies = new ArrayList<>();
        for (String whole : List.of("several.json", "accounts.json", "echoes.json", "username.json")) {
            bodies.add(resource(whole)
                    .toString()
                    .replace("\"1001\"", '"' + number.numberId() + '"')
                    .replace("\"2002\"", '"' + number.account() + '"'));
        }
        resource("messages.json").forEach(message -> bodies.add(body(number, "messages", with(message, "from", person))));
        resource("statuses.json").forEach(status -> bodies.add(body(number, "statuses", with(status, "recipient_id", person))));
        return bodies;
    }

    private static ObjectNode with(JsonNode node, String role, String person) {
        return ((ObjectNode) node.deepCopy())
                .put("id", "wamid.FUZZ" + IDS.incrementAndGet())
                .put("timestamp", "1772438400")
                .put(role, person);
    }

    private static String body(Business number, String name, ObjectNode node) {
        return """
                {"object":"whatsapp_business_account","entry":[{"id":"%s","changes":[{"field":"messages","value":{"messaging_product":"whatsapp",\
                "metadata":{"display_phone_number":"%s","phone_number_id":"%s"},"%s":[%s]}}]}]}"""
                .formatted(number.account(), number.digits(), number.numberId(), name, node);
    }

    private static JsonNode resource(String name) {
        try (InputStream bytes = Objects.requireNonNull(HookBodies.class.getResourceAsStream(FOLDER + name), name)) {
            return JSON.readTree(bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
