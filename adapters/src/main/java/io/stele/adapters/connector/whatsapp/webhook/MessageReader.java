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

    /** Beside news of the system Meta describes nobody, and it names the person by the ids that held until then. */
    private static Optional<Person> author(JsonNode node, Contacts contacts, boolean alone) {
        boolean system = Nodes.text(node, "type").filter(SYSTEM::equals).isPresent();
        Optional<Person> author = Person.of(node, Role.AUTHOR, contacts, alone && !system);
        return system
                ? author.map(person -> Nodes.object(node, SYSTEM).map(person::known).orElse(person))
                : author;
    }

    private InboundMessage message(String id, Person author, JsonNode node, Change change) {
        Received received = said.received(node);
        return new InboundMessage(
                change.endpoint(),
                author.address(),
                author.identity(),
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
