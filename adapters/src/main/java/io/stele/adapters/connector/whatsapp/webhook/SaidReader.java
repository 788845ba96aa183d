package io.stele.adapters.connector.whatsapp.webhook;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.graph.GraphReader;
import io.stele.adapters.graph.GraphReader.Received;
import io.stele.adapters.graph.MessageNames;
import io.stele.adapters.json.JsonTrees;
import io.stele.contracts.kapso.graph.InboundMessage;
import io.stele.core.message.Content;
import io.stele.core.message.Context;
import io.stele.core.message.Json;
import io.stele.core.message.Unsupported;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a message says and what it refers to. It is somebody's message whatever is wrong with it: what is not of the documented
 * form is kept as it came.
 */
final class SaidReader {

    /** What is sent only, so that it can come back in an echo, but not from a person. */
    private static final Set<String> SENT_ONLY = Set.of("interactive", "template");

    private static final String UNKNOWN = "unknown";
    private static final int LONGEST_KIND = 64;

    private final GraphReader graph;
    private final MessageForm form;

    SaidReader(GraphReader graph, MessageForm form) {
        this.graph = graph;
        this.form = form;
    }

    /** What a person said. Whatever is wrong with one message, it must not cost the others: no exception passes. */
    Received received(JsonNode node) {
        if (!Bounds.hold(node)) {
            return kept(node);
        }
        try {
            Received said = form.of(node)
                    .map(message -> graph.received(message, node, MessageNames.OF_PROVIDER))
                    .orElseGet(() -> kept(node));
            return isOfGroup(node) ? ofGroup(node, said) : said;
        } catch (RuntimeException e) {
            return kept(node);
        }
    }

    /** What the business said. */
    Received echoed(JsonNode node) {
        Received said = received(node);
        return said.content() instanceof Unsupported(String kind, Json.Members _)
                        && SENT_ONLY.contains(kind)
                        && Bounds.hold(node)
                        && !isOfGroup(node)
                ? sent(node).map(content -> new Received(content, said.context(), said.referral())).orElse(said)
                : said;
    }

    private Optional<Content> sent(JsonNode node) {
        try {
            Optional<InboundMessage> message = form.of(node);
            return message.map(each -> graph.sent(each, MessageNames.OF_PROVIDER));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isOfGroup(JsonNode node) {
        return Nodes.id(node, "group_id").isPresent();
    }

    /** Groups are not served: what was said to many must not look as if it was said to the business alone. */
    private static Received ofGroup(JsonNode node, Received said) {
        return new Received(
                new Unsupported(kind(node), GraphReader.withoutEnvelope(JsonTrees.toMembers(node))),
                said.context(),
                said.referral());
    }

    /** What the message refers to is kept with the rest, since it may be what is wrong. */
    private static Received kept(JsonNode node) {
        Json.Members whole = Bounds.kept(node);
        Map<String, Json> members = new LinkedHashMap<>();
        for (String name : List.of("context", "referral")) {
            Json member = whole.members().get(name);
            if (member != null) {
                members.put(name, member);
            }
        }
        members.putAll(GraphReader.withoutEnvelope(whole).members());
        return new Received(new Unsupported(kind(node), new Json.Members(members)), Context.NONE, null);
    }

    private static String kind(JsonNode node) {
        return Nodes.text(node, "type")
                .map(type -> Nodes.cut(type, LONGEST_KIND))
                .orElse(UNKNOWN);
    }
}
