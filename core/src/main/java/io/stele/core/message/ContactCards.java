package io.stele.core.message;

import java.util.List;

/** One or more contact cards. */
public record ContactCards(List<ContactCard> cards) implements Content {
    public ContactCards {
        cards = List.copyOf(cards);
    }
}
