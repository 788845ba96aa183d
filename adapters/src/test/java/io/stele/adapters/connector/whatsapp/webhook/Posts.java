package io.stele.adapters.connector.whatsapp.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.micronaut.core.type.Argument;
import io.micronaut.jackson.core.tree.JsonNodeTreeCodec;
import io.micronaut.json.JsonStreamConfig;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.stele.adapters.graph.Graph;
import io.stele.contracts.kapso.graph.InboundMessage;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.example.Examples;
import io.stele.core.inbound.Heard;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Bodies as Meta posts them to one number of ours, and how they are read. */
final class Posts {

    static final Instant NOW = Instant.parse("2026-03-02T08:15:00Z");
    static final Instant SENT = Instant.ofEpochSecond(1_772_438_400);
    static final Endpoint ENDPOINT = Examples.endpoint(Channel.WHATSAPP);
    static final String NUMBER = "1001";

    static final WhatsAppWebhook WEBHOOK = new WhatsAppWebhook(Graph.READER, Posts::form, () -> NOW);

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final JsonNodeTreeCodec CODEC = JsonNodeTreeCodec.getInstance()
            .withConfig(JsonStreamConfig.DEFAULT.withUseBigDecimalForFloats(true));

    private Posts() {}

    /** What a resource says, read. */
    static Heard read(String resource) {
        return read(resource(resource));
    }

    static Heard read(JsonNode body) {
        return WEBHOOK.read(body, ENDPOINT, id -> id.equals(NUMBER) ? Optional.of(ENDPOINT) : Optional.empty());
    }

    static JsonNode resource(String name) {
        try (InputStream bytes = Objects.requireNonNull(Posts.class.getResourceAsStream(name), name)) {
            return json(bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Apostrophes stand for quotation marks. */
    static JsonNode json(String quoted) {
        return json(quoted.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    static JsonNode json(byte[] bytes) {
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            parser.nextToken();
            return CODEC.readTree(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A body whose only change is about our number, and holds these under this name. */
    static JsonNode body(String name, List<JsonNode> nodes) {
        return body(Map.of(name, JsonNode.createArrayNode(nodes)));
    }

    static JsonNode body(Map<String, JsonNode> members) {
        Map<String, JsonNode> value = new LinkedHashMap<>();
        value.put("metadata", object("phone_number_id", JsonNode.createStringNode(NUMBER)));
        value.putAll(members);
        Map<String, JsonNode> change = new LinkedHashMap<>();
        change.put("field", JsonNode.createStringNode("messages"));
        change.put("value", JsonNode.createObjectNode(value));
        return object(
                "entry",
                JsonNode.createArrayNode(List.of(object(
                        "changes", JsonNode.createArrayNode(List.of(JsonNode.createObjectNode(change)))))));
    }

    /** The message, with an id, a moment and somebody who wrote it. */
    static JsonNode signed(JsonNode message) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        members.put("from", JsonNode.createStringNode("15550100777"));
        members.put("id", JsonNode.createStringNode("wamid.M"));
        members.put("timestamp", JsonNode.createStringNode("1772438400"));
        message.entries().forEach(member -> members.put(member.getKey(), member.getValue()));
        return JsonNode.createObjectNode(members);
    }

    static JsonNode with(JsonNode object, String name, JsonNode value) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        object.entries().forEach(member -> members.put(member.getKey(), member.getValue()));
        members.put(name, value);
        return JsonNode.createObjectNode(members);
    }

    static JsonNode object(String name, JsonNode value) {
        return JsonNode.createObjectNode(Map.of(name, value));
    }

    /** Binds loosely, and may throw anything. */
    private static Optional<InboundMessage> form(JsonNode message) {
        try {
            return Optional.ofNullable(
                    ObjectMapper.getDefault().readValueFromTree(message, Argument.of(InboundMessage.class)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
