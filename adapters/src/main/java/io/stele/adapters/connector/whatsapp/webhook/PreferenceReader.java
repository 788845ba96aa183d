package io.stele.adapters.connector.whatsapp.webhook;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.connector.whatsapp.webhook.Person.Role;
import io.stele.core.contact.MarketingPreference;
import io.stele.core.contact.MarketingPreference.Source;
import io.stele.core.contact.MarketingPreference.Wish;
import io.stele.core.inbound.PreferenceReport;
import io.stele.core.inbound.Unhandled.Reason;
import java.util.List;
import java.util.Optional;

/** Reads what Meta says that people wish. */
final class PreferenceReader {

    /** The change's {@code user_preferences}. One without a person or a value is left unhandled, as is one not about marketing. */
    void preferences(Change change, Reading reading) {
        List<JsonNode> nodes = Nodes.objects(change.value(), "user_preferences");
        for (JsonNode node : nodes) {
            Optional<Person> person = Person.of(node, Role.SUBJECT, change.contacts(), nodes.size() == 1);
            Optional<Wish> wish = Nodes.text(node, "value").flatMap(PreferenceReader::wish);
            if (Nodes.text(node, "category").filter("marketing_messages"::equals).isEmpty()) {
                reading.addUnhandled("user_preferences", Reason.NOT_SERVED, node);
            } else if (person.isEmpty() || wish.isEmpty()) {
                reading.addUnhandled("user_preferences", Reason.UNREADABLE, node);
            } else {
                reading.add(report(person.get(), wish.get(), node, change));
            }
        }
    }

    private static PreferenceReport report(Person person, Wish wish, JsonNode node, Change change) {
        return new PreferenceReport(
                change.endpoint(),
                person.address(),
                person.identity(),
                new MarketingPreference(
                        wish,
                        change.moment(node),
                        Source.PROVIDER_REPORT,
                        Nodes.text(node, "detail").orElse(null)));
    }

    private static Optional<Wish> wish(String word) {
        return switch (word) {
            case "stop" -> Optional.of(Wish.STOP);
            case "resume" -> Optional.of(Wish.RESUME);
            default -> Optional.empty();
        };
    }
}
