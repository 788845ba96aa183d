package io.stele.server.store.json;

import io.stele.core.message.ContactCard;
import io.stele.core.message.Json;
import org.jspecify.annotations.Nullable;

/** The stored form of a contact card. */
final class CardForm {

    private CardForm() {}

    static Json write(ContactCard card) {
        return new Members()
                .with("name", name(card.name()))
                .with("phones", card.phones(), phone -> new Members()
                        .with("phone", phone.phone())
                        .with("type", phone.type())
                        .with("userId", phone.userId())
                        .build())
                .with("emails", card.emails(), email -> new Members()
                        .with("email", email.email())
                        .with("type", email.type())
                        .build())
                .with("addresses", card.addresses(), CardForm::address)
                .with("organization", organization(card))
                .with("urls", card.urls(), url -> new Members()
                        .with("url", url.url())
                        .with("type", url.type())
                        .build())
                .with("birthday", card.birthday())
                .build();
    }

    private static Json name(ContactCard.Name name) {
        return new Members()
                .with("formatted", name.formatted())
                .with("first", name.first())
                .with("last", name.last())
                .with("middle", name.middle())
                .with("prefix", name.prefix())
                .with("suffix", name.suffix())
                .build();
    }

    private static Json address(ContactCard.PostalAddress address) {
        return new Members()
                .with("street", address.street())
                .with("city", address.city())
                .with("state", address.state())
                .with("zip", address.zip())
                .with("country", address.country())
                .with("countryCode", address.countryCode())
                .with("type", address.type())
                .build();
    }

    private static Json.@Nullable Members organization(ContactCard card) {
        ContactCard.Organization organization = card.organization();
        return organization == null
                ? null
                : new Members()
                        .with("company", organization.company())
                        .with("department", organization.department())
                        .with("title", organization.title())
                        .build();
    }

    static ContactCard read(Json json) {
        Fields fields = Fields.of(json);
        return new ContactCard(
                name(fields.json("name")),
                fields.list("phones", each -> {
                    Fields phone = Fields.of(each);
                    return new ContactCard.Phone(
                            phone.textOrNull("phone"), phone.textOrNull("type"), phone.textOrNull("userId"));
                }),
                fields.list("emails", each -> {
                    Fields email = Fields.of(each);
                    return new ContactCard.EmailEntry(email.textOrNull("email"), email.textOrNull("type"));
                }),
                fields.list("addresses", CardForm::address),
                fields.nested("organization", CardForm::organization),
                fields.list("urls", each -> {
                    Fields url = Fields.of(each);
                    return new ContactCard.Url(url.textOrNull("url"), url.textOrNull("type"));
                }),
                fields.textOrNull("birthday"));
    }

    private static ContactCard.Name name(Json json) {
        Fields name = Fields.of(json);
        return new ContactCard.Name(
                name.text("formatted"),
                name.textOrNull("first"),
                name.textOrNull("last"),
                name.textOrNull("middle"),
                name.textOrNull("prefix"),
                name.textOrNull("suffix"));
    }

    private static ContactCard.PostalAddress address(Json json) {
        Fields address = Fields.of(json);
        return new ContactCard.PostalAddress(
                address.textOrNull("street"),
                address.textOrNull("city"),
                address.textOrNull("state"),
                address.textOrNull("zip"),
                address.textOrNull("country"),
                address.textOrNull("countryCode"),
                address.textOrNull("type"));
    }

    private static ContactCard.Organization organization(Json json) {
        Fields organization = Fields.of(json);
        return new ContactCard.Organization(
                organization.textOrNull("company"),
                organization.textOrNull("department"),
                organization.textOrNull("title"));
    }
}
