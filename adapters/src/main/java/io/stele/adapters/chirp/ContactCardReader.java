package io.stele.adapters.chirp;

import io.stele.adapters.Required;
import io.stele.contracts.chirp.ContactCard;
import io.stele.core.message.ContactCards;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads contact cards, of which each must have a name. */
@Singleton
final class ContactCardReader {

    private final ContactCardMapper mapper;

    ContactCardReader(ContactCardMapper mapper) {
        this.mapper = mapper;
    }

    ContactCards read(@Nullable List<ContactCard> cards, String path) {
        List<io.stele.core.message.ContactCard> read = new ArrayList<>();
        for (ContactCard card : Required.elements(cards, path)) {
            String place = path + "[" + read.size() + "]";
            ContactCard.Name name = Required.present(card.name(), place + ".name");
            Required.present(name.formattedName(), place + ".name.formattedName");
            Required.optionalElements(card.phones(), place + ".phones");
            Required.optionalElements(card.emails(), place + ".emails");
            Required.optionalElements(card.addresses(), place + ".addresses");
            Required.optionalElements(card.urls(), place + ".urls");
            read.add(mapper.toDomain(card));
        }
        return new ContactCards(read);
    }
}
