package io.stele.adapters.connector.whatsapp.webhook;

import io.micronaut.json.tree.JsonNode;
import io.stele.core.address.Address;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.Identity;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * News of the system that a person has got other ids. Meta names the person in it by the number where there is one: then the id that held until
 * then stands in {@code from_user_id}, or in the sentence only.
 */
final class NewIds {

    private static final String KIND = "user_changed_user_id";

    /** The end of the sentence: what comes before is a name, in which anything can stand. */
    private static final Pattern SENTENCE = Pattern.compile("changed from (\\S{1,256}) to \\S{1,256}\\s*$");

    private NewIds() {}

    /**
     * The ids that no longer hold.
     *
     * @param named the person as the message names them
     * @param known the same by the ids that hold from now on
     * @return nothing known when they have changed, and nobody says from what; empty when they have not
     */
    static Optional<Identity> former(Person named, Person known, JsonNode news) {
        BusinessScopedUserId now = known.identity().userId();
        BusinessScopedUserId before = before(named, news);
        if (now == null || now.equals(before)) {
            return Optional.empty();
        }
        if (before != null) {
            BusinessScopedUserId parent = named.identity().parentUserId();
            return Optional.of(new Identity(before, parent == null || parent.equals(known.identity().parentUserId()) ? null : parent, null));
        }
        return Nodes.text(news, "type").filter(KIND::equals).map(_ -> Identity.UNKNOWN);
    }

    private static @Nullable BusinessScopedUserId before(Person named, JsonNode news) {
        BusinessScopedUserId told = named.identity().userId();
        if (told != null) {
            return told;
        }
        Address address = named.address();
        return address instanceof BusinessScopedUserId id ? id : Nodes.text(news, "body").flatMap(NewIds::inSentence).orElse(null);
    }

    private static Optional<BusinessScopedUserId> inSentence(String sentence) {
        Matcher matcher = SENTENCE.matcher(sentence);
        return matcher.find() ? Person.userId(matcher.group(1)) : Optional.empty();
    }
}
