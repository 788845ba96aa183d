package io.stele.adapters.chirp;

import io.stele.core.message.ContactCard;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Contact cards. An absent list on the wire is an empty one in the domain, and an empty one is left out again. */
@Mapper
interface ContactCardMapper {

    @Mapping(target = "org", source = "organization")
    io.stele.contracts.chirp.ContactCard toWire(ContactCard card);

    @Mapping(target = "organization", source = "org")
    ContactCard toDomain(io.stele.contracts.chirp.ContactCard card);

    @Mapping(target = "formattedName", source = "formatted")
    @Mapping(target = "firstName", source = "first")
    @Mapping(target = "lastName", source = "last")
    @Mapping(target = "middleName", source = "middle")
    io.stele.contracts.chirp.ContactCard.Name toWire(ContactCard.Name name);

    @Mapping(target = "formatted", source = "formattedName")
    @Mapping(target = "first", source = "firstName")
    @Mapping(target = "last", source = "lastName")
    @Mapping(target = "middle", source = "middleName")
    ContactCard.Name toDomain(io.stele.contracts.chirp.ContactCard.Name name);

    @Mapping(target = "waId", source = "userId")
    io.stele.contracts.chirp.ContactCard.Phone toWire(ContactCard.Phone phone);

    @Mapping(target = "userId", source = "waId")
    ContactCard.Phone toDomain(io.stele.contracts.chirp.ContactCard.Phone phone);

    io.stele.contracts.chirp.ContactCard.Email toWire(ContactCard.EmailEntry email);

    ContactCard.EmailEntry toDomain(io.stele.contracts.chirp.ContactCard.Email email);

    io.stele.contracts.chirp.ContactCard.PostalAddress toWire(ContactCard.PostalAddress address);

    ContactCard.PostalAddress toDomain(io.stele.contracts.chirp.ContactCard.PostalAddress address);

    io.stele.contracts.chirp.ContactCard.Link toWire(ContactCard.Url url);

    ContactCard.Url toDomain(io.stele.contracts.chirp.ContactCard.Link url);

    default @Nullable List<io.stele.contracts.chirp.ContactCard.Phone> phonesToWire(List<ContactCard.Phone> phones) {
        return phones.isEmpty() ? null : phones.stream().map(this::toWire).toList();
    }

    default List<ContactCard.Phone> phonesToDomain(
            @Nullable List<io.stele.contracts.chirp.ContactCard.Phone> phones) {
        return phones == null ? List.of() : phones.stream().map(this::toDomain).toList();
    }

    default @Nullable List<io.stele.contracts.chirp.ContactCard.Email> emailsToWire(
            List<ContactCard.EmailEntry> emails) {
        return emails.isEmpty() ? null : emails.stream().map(this::toWire).toList();
    }

    default List<ContactCard.EmailEntry> emailsToDomain(
            @Nullable List<io.stele.contracts.chirp.ContactCard.Email> emails) {
        return emails == null ? List.of() : emails.stream().map(this::toDomain).toList();
    }

    default @Nullable List<io.stele.contracts.chirp.ContactCard.PostalAddress> addressesToWire(
            List<ContactCard.PostalAddress> addresses) {
        return addresses.isEmpty() ? null : addresses.stream().map(this::toWire).toList();
    }

    default List<ContactCard.PostalAddress> addressesToDomain(
            @Nullable List<io.stele.contracts.chirp.ContactCard.PostalAddress> addresses) {
        return addresses == null
                ? List.of()
                : addresses.stream().map(this::toDomain).toList();
    }

    default @Nullable List<io.stele.contracts.chirp.ContactCard.Link> urlsToWire(List<ContactCard.Url> urls) {
        return urls.isEmpty() ? null : urls.stream().map(this::toWire).toList();
    }

    default List<ContactCard.Url> urlsToDomain(@Nullable List<io.stele.contracts.chirp.ContactCard.Link> urls) {
        return urls == null ? List.of() : urls.stream().map(this::toDomain).toList();
    }
}
