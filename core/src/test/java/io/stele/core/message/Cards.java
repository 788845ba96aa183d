package io.stele.core.message;

import static io.stele.core.message.Contents.optional;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of contact cards. */
public final class Cards {

    private Cards() {}

    public static Arbitrary<ContactCard> any() {
        Arbitrary<ContactCard.Name> name = Combinators.combine(
                        Words.upTo(30), optional(Words.upTo(12)), optional(Words.upTo(12)), optional(Words.upTo(12)),
                        optional(Words.upTo(5)), optional(Words.upTo(5)))
                .as(ContactCard.Name::new);
        Arbitrary<ContactCard.Phone> phone = Combinators.combine(
                        optional(Words.digits(8, 12).map(digits -> "+" + digits)),
                        optional(Arbitraries.of("CELL", "WORK")),
                        optional(Words.digits(8, 12)))
                .as(ContactCard.Phone::new);
        Arbitrary<ContactCard.EmailEntry> email = Combinators.combine(
                        optional(Arbitraries.just("ana@example.com")), optional(Arbitraries.of("HOME", "WORK")))
                .as(ContactCard.EmailEntry::new);
        Arbitrary<ContactCard.Organization> organization = Combinators.combine(
                        optional(Words.upTo(15)), optional(Words.upTo(15)), optional(Words.upTo(15)))
                .as(ContactCard.Organization::new);
        Arbitrary<ContactCard.Url> url = Combinators.combine(optional(Words.url()), optional(Arbitraries.of("HOME", "WORK")))
                .as(ContactCard.Url::new);
        return Combinators.combine(
                        name,
                        phone.list().ofMaxSize(2),
                        email.list().ofMaxSize(2),
                        postalAddress().list().ofMaxSize(2),
                        optional(organization),
                        url.list().ofMaxSize(2),
                        optional(Arbitraries.of("1987-03-12", "2001-12-31")))
                .as(ContactCard::new);
    }

    private static Arbitrary<ContactCard.PostalAddress> postalAddress() {
        return Combinators.combine(
                        optional(Words.upTo(20)),
                        optional(Words.upTo(12)),
                        optional(Words.upTo(12)),
                        optional(Words.digits(4, 6)),
                        optional(Words.upTo(12)),
                        optional(Arbitraries.of("ES", "us")),
                        optional(Arbitraries.of("HOME", "WORK")))
                .as(ContactCard.PostalAddress::new);
    }
}
