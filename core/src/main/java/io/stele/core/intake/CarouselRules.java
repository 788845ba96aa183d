package io.stele.core.intake;

import io.stele.core.message.Interactive.Card;
import io.stele.core.message.Interactive.CardAction;
import io.stele.core.message.Interactive.CardButtons;
import io.stele.core.message.Interactive.CardLink;
import io.stele.core.message.MediaKind;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection.InvalidField;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cards side by side: numbered from 0, each with a picture, all with the same buttons (Kapso contract §2.2). */
final class CarouselRules {

    private static final int FEWEST_CARDS = 2;
    private static final int MOST_CARDS = 10;
    private static final int LONGEST_BODY = 160;
    private static final int MOST_LINE_BREAKS = 2;
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

    private CarouselRules() {}

    static Stream<InvalidField> broken(List<Card> cards) {
        return Check.all(
                Check.count(Field.CARDS, cards, FEWEST_CARDS, MOST_CARDS, "cards"),
                Check.each(cards, card -> card(card, cards)),
                Check.unique(Field.CARD_INDEX, cards.stream().map(Card::index).toList()));
    }

    private static Stream<InvalidField> card(Card card, List<Card> cards) {
        return Check.all(
                Check.that(
                        card.index() >= 0 && card.index() < cards.size(),
                        Field.CARD_INDEX,
                        "must be between 0 and " + (cards.size() - 1)),
                Check.that(
                        card.header().kind() == MediaKind.IMAGE || card.header().kind() == MediaKind.VIDEO,
                        Field.CARD_HEADER,
                        "must be an image or a video"),
                Check.that(
                        MediaRules.isReachable(card.header().file()),
                        Field.CARD_HEADER,
                        "must have an id, or a link that is an http or https URL"),
                body(card.body()),
                Check.that(
                        shape(card.action()) == shape(cards.getFirst().action()),
                        Field.CARD_ACTION,
                        "must have the same kind and number of buttons as the first card"),
                action(card.action()));
    }

    private static Stream<InvalidField> body(@Nullable String body) {
        return Check.all(
                Check.optional(Field.CARD_BODY, body, LONGEST_BODY),
                Check.that(
                        body == null || LINE_BREAK.matcher(body).results().count() <= MOST_LINE_BREAKS,
                        Field.CARD_BODY,
                        "must have at most " + MOST_LINE_BREAKS + " line breaks"));
    }

    private static Stream<InvalidField> action(CardAction action) {
        return switch (action) {
            case CardLink(String text, String url) -> Check.all(
                    Check.required(Field.CARD_LINK_TEXT, text, ActionRules.LONGEST_LABEL),
                    Check.link(Field.CARD_LINK_URL, url));
            case CardButtons(var buttons) -> Check.all(
                    Check.that(!buttons.isEmpty(), Field.CARD_ACTION, "must have at least one button"),
                    ActionRules.buttons(Field.CARD_BUTTON_ID, Field.CARD_BUTTON_TITLE, buttons));
        };
    }

    /** How many buttons there are; none for a link, which no card with buttons can have. */
    private static int shape(CardAction action) {
        return switch (action) {
            case CardLink _ -> 0;
            case CardButtons(var buttons) -> Math.max(1, buttons.size());
        };
    }
}
