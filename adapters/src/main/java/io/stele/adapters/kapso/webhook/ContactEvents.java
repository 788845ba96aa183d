package io.stele.adapters.kapso.webhook;

import io.stele.adapters.kapso.ResourceMapper;
import io.stele.adapters.kapso.Timestamps;
import io.stele.contracts.kapso.webhook.ContactEvent;
import io.stele.contracts.kapso.webhook.EventContact;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.Identity;
import io.stele.core.contact.Contact;
import io.stele.core.contact.MarketingPreference;
import io.stele.core.event.IdentityChanged;
import io.stele.core.event.MarketingPreferenceChanged;
import io.stele.core.project.Mode;
import io.stele.core.webhook.EventView;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Kapso's events of contacts. One that has been erased is told by its id. */
@Singleton
final class ContactEvents {

    private final ResourceMapper resources;
    private final EventMapper mapper;

    ContactEvents(ResourceMapper resources, EventMapper mapper) {
        this.resources = resources;
        this.mapper = mapper;
    }

    Telling identity(IdentityChanged event, EventView view, String number) {
        return new Telling(KapsoEvent.CONTACT_IDENTITY_CHANGED, null, () -> new ContactEvent(
                shown(view, event.contact()), previous(event.previous()), null, number));
    }

    Telling preference(MarketingPreferenceChanged event, EventView view, String number) {
        return new Telling(KapsoEvent.CONTACT_MARKETING_PREFERENCE_CHANGED, null, () -> new ContactEvent(
                shown(view, event.contact()), null, preference(event, view.logged().position()), number));
    }

    private EventContact shown(EventView view, UUID id) {
        Contact contact = view.contact();
        return contact == null
                ? new EventContact(id.toString(), null, null, null, null, null, null, null, null, null, null, null)
                : mapper.contact(resources.contact(contact), view.logged().scope().mode() == Mode.TEST);
    }

    private static ContactEvent.Previous previous(Identity identity) {
        return new ContactEvent.Previous(text(identity.userId()), text(identity.parentUserId()));
    }

    private static @Nullable String text(@Nullable BusinessScopedUserId id) {
        return id == null ? null : id.value();
    }

    /** The log's positions grow with each change, which is all that receivers ask of a sequence. */
    private static ContactEvent.MarketingPreference preference(MarketingPreferenceChanged event, long position) {
        MarketingPreference preference = event.preference();
        MarketingPreference previous = event.previous();
        return new ContactEvent.MarketingPreference(
                word(preference),
                previous == null ? null : word(previous),
                preference.detail(),
                Timestamps.iso(preference.at()),
                position);
    }

    private static String word(MarketingPreference preference) {
        return switch (preference.wish()) {
            case STOP -> "stopped";
            case RESUME -> "resumed";
        };
    }
}
