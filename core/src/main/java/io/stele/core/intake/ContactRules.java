package io.stele.core.intake;

import io.stele.core.message.ContactCards;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection.InvalidField;
import java.util.stream.Stream;

/** Contact cards: each has a name to show (Kapso contract §2.1). */
final class ContactRules {

    private static final int MOST_CARDS = 257;
    private static final int LONGEST_NAME = 200;

    private ContactRules() {}

    static Stream<InvalidField> broken(ContactCards cards) {
        return Check.all(
                Check.count(Field.CONTACT_CARDS, cards.cards(), 1, MOST_CARDS, "contacts"),
                Check.each(
                        cards.cards(),
                        card -> Check.required(Field.CONTACT_CARD_NAME, card.name().formatted(), LONGEST_NAME)));
    }
}
