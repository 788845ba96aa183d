package io.stele.adapters.connector.whatsapp.webhook;

import io.micronaut.json.tree.JsonNode;
import io.stele.core.address.Address;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.Identity;
import io.stele.core.address.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A person, as Meta names one in what it posts: by a phone number, by a business-scoped user id, or by both. What it does not tell is
 * not there, or is an empty text.
 *
 * @param address the phone number where it is told, else the id
 * @param name what the person calls themself; null when not told
 */
record Person(Address address, Identity identity, @Nullable String name) {

    /** Meta knows whom it names: its word stands also for a number that no country has. */
    private static final Pattern DIGITS = Pattern.compile("\\+?[0-9]{1,20}");

    /** Meta says that its ids have up to 256 letters and digits, and has shown them with other prefixes than a country's. */
    private static final Pattern USER_ID = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9]+(?:\\.[A-Za-z0-9]+){0,3}");

    private static final int LONGEST_USER_ID = 256;
    private static final int LONGEST_NAME = 512;

    /** Under what names a person's ids stand in a node. */
    enum Role {
        AUTHOR("from", "from_user_id", "from_parent_user_id"),
        RECIPIENT("to", "to_user_id", "to_parent_user_id"),
        SUBJECT("wa_id", "user_id", "parent_user_id");

        private final String number;
        private final String userId;
        private final String parentUserId;

        Role(String number, String userId, String parentUserId) {
            this.number = number;
            this.userId = userId;
            this.parentUserId = parentUserId;
        }

        String number() {
            return number;
        }

        String userId() {
            return userId;
        }
    }

    /**
     * The person who has this role in the node. What the node does not tell is taken from the contact that has one of the ids.
     *
     * @param alone whether nobody else is spoken of: then a single contact is the person's, also under another number, as Meta writes
     *     the numbers of some countries in two ways
     * @return empty when the person has neither a number nor an id
     */
    static Optional<Person> of(JsonNode node, Role role, Contacts contacts, boolean alone) {
        Optional<String> number = Nodes.id(node, role.number);
        Optional<String> userId = Nodes.id(node, role.userId);
        JsonNode contact = contact(contacts, number, userId, alone);
        Optional<String> told = number.or(() -> Nodes.id(contact, Role.SUBJECT.number));
        Identity identity = new Identity(
                userId.or(() -> Nodes.id(contact, Role.SUBJECT.userId)).flatMap(Person::userId).orElse(null),
                Nodes.id(node, role.parentUserId)
                        .or(() -> Nodes.id(contact, Role.SUBJECT.parentUserId))
                        .flatMap(Person::userId)
                        .orElse(null),
                username(contact));
        return told.<Address>flatMap(Person::phone)
                .or(() -> Optional.ofNullable(identity.userId()))
                .or(() -> told.flatMap(Person::userId))
                .or(() -> Optional.ofNullable(identity.parentUserId()))
                .map(address -> new Person(address, identity, name(contact)));
    }

    /** The same person under the ids that the node tells, where it tells any. */
    Person known(JsonNode node) {
        Optional<BusinessScopedUserId> userId = Nodes.id(node, Role.SUBJECT.userId).flatMap(Person::userId);
        Optional<BusinessScopedUserId> parent = Nodes.id(node, Role.SUBJECT.parentUserId).flatMap(Person::userId);
        return new Person(
                address,
                new Identity(
                        userId.orElse(identity.userId()), parent.orElse(identity.parentUserId()), identity.username()),
                name);
    }

    private static Optional<Address> phone(String text) {
        return PhoneNumber.parse(text)
                .or(() -> DIGITS.matcher(text).matches()
                        ? Optional.of(new PhoneNumber(text.startsWith("+") ? text : "+" + text))
                        : Optional.empty())
                .map(number -> number);
    }

    /** The text as an id; empty when it is none. */
    static Optional<BusinessScopedUserId> userId(String text) {
        return BusinessScopedUserId.parse(text)
                .or(() -> text.length() <= LONGEST_USER_ID && USER_ID.matcher(text).matches()
                        ? Optional.of(new BusinessScopedUserId(text))
                        : Optional.empty());
    }

    private static @Nullable JsonNode contact(
            Contacts contacts, Optional<String> number, Optional<String> userId, boolean alone) {
        return userId.flatMap(contacts::withUserId)
                .or(() -> number.flatMap(contacts::withNumber))
                .or(() -> alone ? contacts.single() : Optional.empty())
                .orElse(null);
    }

    private static @Nullable String name(@Nullable JsonNode contact) {
        return Nodes.object(contact, "profile")
                .flatMap(profile -> Nodes.text(profile, "name"))
                .map(name -> Nodes.cut(name, LONGEST_NAME))
                .orElse(null);
    }

    private static @Nullable String username(@Nullable JsonNode contact) {
        return Nodes.object(contact, "profile")
                .flatMap(profile -> Nodes.text(profile, "username"))
                .or(() -> Nodes.text(contact, "username"))
                .map(name -> Nodes.cut(name, LONGEST_NAME))
                .orElse(null);
    }
}
