package io.stele.adapters.graph;

import io.stele.adapters.Required;
import io.stele.core.message.ContactCard;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Contact cards. A list that is empty on one side is absent on the wire. */
@Mapper
abstract class ContactCardMapper {

    /** @throws io.stele.adapters.WireException when a card has no formatted name, or an entry of a list is null */
    List<ContactCard> toDomain(@Nullable List<io.stele.contracts.kapso.graph.ContactCard> cards, String path) {
        List<io.stele.contracts.kapso.graph.ContactCard> there = Required.list(cards, path);
        List<ContactCard> read = new ArrayList<>();
        for (int i = 0; i < there.size(); i++) {
            check(there.get(i), path + "[" + i + "]");
            read.add(toDomain(there.get(i)));
        }
        return read;
    }

    private static void check(io.stele.contracts.kapso.graph.ContactCard card, String path) {
        Required.present(
                Required.present(card.name(), path + ".name").formattedName(), path + ".name.formatted_name");
        Required.optionalElements(card.phones(), path + ".phones");
        Required.optionalElements(card.emails(), path + ".emails");
        Required.optionalElements(card.addresses(), path + ".addresses");
        Required.optionalElements(card.urls(), path + ".urls");
    }

    List<io.stele.contracts.kapso.graph.ContactCard> toWire(List<ContactCard> cards) {
        return cards.stream().map(this::toWire).toList();
    }

    @Mapping(target = "organization", source = "org")
    abstract ContactCard toDomain(io.stele.contracts.kapso.graph.ContactCard card);

    @Mapping(target = "formatted", source = "formattedName")
    @Mapping(target = "first", source = "firstName")
    @Mapping(target = "last", source = "lastName")
    @Mapping(target = "middle", source = "middleName")
    abstract ContactCard.Name toDomain(io.stele.contracts.kapso.graph.ContactCard.Name name);

    @Mapping(target = "userId", source = "waId")
    abstract ContactCard.Phone toDomain(io.stele.contracts.kapso.graph.ContactCard.Phone phone);

    abstract ContactCard.EmailEntry toDomain(io.stele.contracts.kapso.graph.ContactCard.Email email);

    abstract ContactCard.PostalAddress toDomain(io.stele.contracts.kapso.graph.ContactCard.Address address);

    abstract ContactCard.Url toDomain(io.stele.contracts.kapso.graph.ContactCard.Url url);

    List<ContactCard.Phone> phones(@Nullable List<io.stele.contracts.kapso.graph.ContactCard.Phone> phones) {
        return read(phones, this::toDomain);
    }

    List<ContactCard.EmailEntry> emails(@Nullable List<io.stele.contracts.kapso.graph.ContactCard.Email> emails) {
        return read(emails, this::toDomain);
    }

    List<ContactCard.PostalAddress> addresses(
            @Nullable List<io.stele.contracts.kapso.graph.ContactCard.Address> addresses) {
        return read(addresses, this::toDomain);
    }

    List<ContactCard.Url> urls(@Nullable List<io.stele.contracts.kapso.graph.ContactCard.Url> urls) {
        return read(urls, this::toDomain);
    }

    @Mapping(target = "org", source = "organization")
    abstract io.stele.contracts.kapso.graph.ContactCard toWire(ContactCard card);

    @Mapping(target = "formattedName", source = "formatted")
    @Mapping(target = "firstName", source = "first")
    @Mapping(target = "lastName", source = "last")
    @Mapping(target = "middleName", source = "middle")
    abstract io.stele.contracts.kapso.graph.ContactCard.Name toWire(ContactCard.Name name);

    @Mapping(target = "waId", source = "userId")
    abstract io.stele.contracts.kapso.graph.ContactCard.Phone toWire(ContactCard.Phone phone);

    abstract io.stele.contracts.kapso.graph.ContactCard.Email toWire(ContactCard.EmailEntry email);

    abstract io.stele.contracts.kapso.graph.ContactCard.Address toWire(ContactCard.PostalAddress address);

    abstract io.stele.contracts.kapso.graph.ContactCard.Url toWire(ContactCard.Url url);

    @Nullable List<io.stele.contracts.kapso.graph.ContactCard.Phone> wirePhones(List<ContactCard.Phone> phones) {
        return write(phones, this::toWire);
    }

    @Nullable List<io.stele.contracts.kapso.graph.ContactCard.Email> wireEmails(List<ContactCard.EmailEntry> emails) {
        return write(emails, this::toWire);
    }

    @Nullable List<io.stele.contracts.kapso.graph.ContactCard.Address> wireAddresses(
            List<ContactCard.PostalAddress> addresses) {
        return write(addresses, this::toWire);
    }

    @Nullable List<io.stele.contracts.kapso.graph.ContactCard.Url> wireUrls(List<ContactCard.Url> urls) {
        return write(urls, this::toWire);
    }

    private static <W, D> List<D> read(@Nullable List<W> values, Function<W, D> each) {
        return values == null ? List.of() : values.stream().map(each).toList();
    }

    private static <D, W> @Nullable List<W> write(List<D> values, Function<D, W> each) {
        return values.isEmpty() ? null : values.stream().map(each).toList();
    }
}
