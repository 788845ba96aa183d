package io.stele.adapters.connector.whatsapp.webhook;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.connector.whatsapp.webhook.Person.Role;
import io.stele.adapters.graph.GraphReader.Received;
import io.stele.core.inbound.InboundMessage;
import io.stele.core.inbound.MessageEcho;
import io.stele.core.inbound.Unhandled.Reason;
import java.util.List;
import java.util.Optional;

/** Reads messages that Meta tells of: those of people, and those that the business wrote in WhatsApp's own app. */
final class MessageReader {

    private static final String SYSTEM = "system";

    private final SaidReader said;

    MessageReader(SaidReader said) {
        this.said = said;
    }

    /** The change's {@code messages}. One that has no id, or is nobody's, is left unhandled. */
    void messages(Change change, Reading reading) {
        List<JsonNode> nodes = Nodes.objects(change.value(), "messages");
        for (JsonNode node : nodes) {
            Optional<String> id = Nodes.id(node, "id");
            Optional<Person> author = author(node, change.contacts(), nodes.size() == 1);
            if (id.isPresent() && author.isPresent()) {
                reading.add(message(id.get(), author.get(), node, change));
            } else {
                reading.addUnhandled("messages", Reason.UNREADABLE, node);
            }
        }
    }

    /** Beside news of the system Meta describes nobody. */
    private static Optional<Person> author(JsonNode node, Contacts contacts, boolean alone) {
        return Person.of(node, Role.AUTHOR, contacts, alone && !isOfSystem(node));
    }

    private static boolean isOfSystem(JsonNode node) {
        return Nodes.text(node, "type").filter(SYSTEM::equals).isPresent();
    }

    /** News of the system name the person by the ids that held until then. */
    private InboundMessage message(String id, Person named, JsonNode node, Change change) {
        Optional<JsonNode> news = isOfSystem(node) ? Nodes.object(node, SYSTEM) : Optional.empty();
        Person author = news.map(named::known).orElse(named);
        Received received = said.received(node);
        return new InboundMessage(
                change.endpoint(),
                author.address(),
                author.identity(),
                news.flatMap(told -> NewIds.former(named, author, told)).orElse(null),
                id,
                author.name(),
                received.content(),
                received.context(),
                received.referral(),
                change.moment(node),
                List.of());
    }

    /** The change's {@code message_echoes}. One that has no id, or goes to nobody, is left unhandled. */
    void echoes(Change change, Reading reading) {
        List<JsonNode> nodes = Nodes.objects(change.value(), "message_echoes");
        for (JsonNode node : nodes) {
            Optional<String> id = Nodes.id(node, "id");
            Optional<Person> recipient = Person.of(node, Role.RECIPIENT, change.contacts(), nodes.size() == 1);
            if (id.isPresent() && recipient.isPresent()) {
                reading.add(echo(id.get(), recipient.get(), node, change));
            } else {
                reading.addUnhandled("message_echoes", Reason.UNREADABLE, node);
            }
        }
    }

    private MessageEcho echo(String id, Person recipient, JsonNode node, Change change) {
        Received echoed = said.echoed(node);
        return new MessageEcho(
                change.endpoint(),
                recipient.address(),
                recipient.identity(),
                id,
                echoed.content(),
                echoed.context(),
                change.moment(node));
    }
}
