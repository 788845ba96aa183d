package io.stele.adapters.connector.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.graph.Graph;
import io.stele.adapters.graph.MessageNames;
import io.stele.core.inbound.Heard;
import io.stele.core.inbound.InboundMessage;
import io.stele.core.inbound.MessageEcho;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** However a body is bent, its reading ends well, and no message is lost that has an id and a sender. */
class MutationsTest {

    private static final List<JsonNode> MESSAGES = values(Posts.resource("messages.json"));
    private static final List<JsonNode> STATUSES = values(Posts.resource("statuses.json"));
    private static final List<JsonNode> BODIES = List.of(
            Posts.resource("several.json"),
            Posts.resource("accounts.json"),
            Posts.resource("echoes.json"),
            Posts.resource("username.json"));

    private static final JsonNode BEFORE = message("wamid.BEFORE");
    private static final JsonNode AFTER = message("wamid.AFTER");

    @Property(tries = 1_000)
    void aMessageIsNeverLost(@ForAll long seed) {
        JsonNode bent = named(Bending.of(seed).bend(pick(MESSAGES, seed)), "from");

        Heard heard = Posts.read(Posts.body("messages", List.of(BEFORE, bent, AFTER)));

        assertThat(heard.messages())
                .extracting(InboundMessage::providerMessageId)
                .containsExactly("wamid.BEFORE", "wamid.BENT", "wamid.AFTER");
        assertThat(heard.unhandled()).isEmpty();
        assertThat(Graph.WRITER.content(heard.messages().get(1).content(), MessageNames.OF_PROVIDER).type())
                .isNotNull();
    }

    @Property(tries = 500)
    void anEchoIsNeverLost(@ForAll long seed) {
        JsonNode bent = named(Bending.of(seed).bend(pick(MESSAGES, seed)), "to");

        Heard heard = Posts.read(Posts.body("message_echoes", List.of(bent)));

        assertThat(heard.echoes()).extracting(MessageEcho::providerMessageId).containsExactly("wamid.BENT");
    }

    @Property(tries = 500)
    void aStatusIsReadOrShown(@ForAll long seed) {
        JsonNode bent = Bending.of(seed)
                .bend(Posts.with(pick(STATUSES, seed), "id", JsonNode.createStringNode("wamid.OUT")));

        Heard heard = Posts.read(Posts.body(Map.of(
                "statuses", JsonNode.createArrayNode(List.of(bent)),
                "messages", JsonNode.createArrayNode(List.of(AFTER)))));

        assertThat(heard.receipts().size() + heard.unhandled().size()).isEqualTo(1);
        assertThat(heard.messages()).hasSize(1);
    }

    @Property(tries = 1_000)
    void aBodyIsAlwaysRead(@ForAll long seed) {
        Heard heard = Posts.read(Bending.of(seed).bend(pick(BODIES, seed)));

        assertThat(heard.isEmpty() && heard.unhandled().isEmpty()).isFalse();
    }

    private static JsonNode named(JsonNode message, String person) {
        return Posts.with(
                Posts.with(message, "id", JsonNode.createStringNode("wamid.BENT")),
                person,
                JsonNode.createStringNode("15550100777"));
    }

    private static JsonNode message(String id) {
        return Posts.with(
                Posts.signed(Posts.json("{'type':'text','text':{'body':'x'}}")), "id", JsonNode.createStringNode(id));
    }

    private static JsonNode pick(List<JsonNode> nodes, long seed) {
        return nodes.get(new Random(seed ^ 0x5DEECE66DL).nextInt(nodes.size()));
    }

    private static List<JsonNode> values(JsonNode object) {
        List<JsonNode> values = new ArrayList<>();
        object.entries().forEach(entry -> values.add(entry.getValue()));
        return values;
    }
}
