package io.stele.adapters.chirp.webhook;

import io.stele.adapters.Timestamps;
import io.stele.contracts.chirp.webhook.ContactData;
import io.stele.core.address.Address;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.ChatId;
import io.stele.core.address.EmailAddress;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.contact.Contact;
import io.stele.core.webhook.EventView;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What webhooks are told of people. */
final class People {

    private People() {}

    /** The event about the view's person; empty when the person has been erased, or is none of WhatsApp's. */
    static Optional<Telling> told(ChirpEventType type, EventView view) {
        return Optional.ofNullable(view.contact())
                .filter(contact -> isOnWhatsApp(contact, view.endpoint()))
                .map(contact -> new Telling(type, contact.id(), app -> new ContactData(shown(contact), app)));
    }

    /** What the project itself changed of a person happened at no endpoint; then the addresses tell. */
    private static boolean isOnWhatsApp(Contact contact, @Nullable Endpoint endpoint) {
        return endpoint == null
                ? contact.addresses().stream().anyMatch(People::isWhatsApps)
                : endpoint.channel() == Channel.WHATSAPP;
    }

    private static boolean isWhatsApps(Address address) {
        return switch (address) {
            case PhoneNumber _, BusinessScopedUserId _ -> true;
            case EmailAddress _, ChatId _ -> false;
        };
    }

    private static ContactData.Contact shown(Contact contact) {
        return new ContactData.Contact(
                contact.id().toString(),
                first(contact, PhoneNumber.class),
                first(contact, BusinessScopedUserId.class),
                contact.profileName(),
                contact.displayName(),
                Timestamps.milliseconds(contact.createdAt()),
                Timestamps.milliseconds(contact.updatedAt()));
    }

    private static @Nullable String first(Contact contact, Class<? extends Address> kind) {
        return contact.addresses().stream()
                .filter(kind::isInstance)
                .map(Address::value)
                .findFirst()
                .orElse(null);
    }
}
