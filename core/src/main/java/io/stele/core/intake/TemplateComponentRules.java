package io.stele.core.intake;

import io.stele.core.message.TemplateUse.Body;
import io.stele.core.message.TemplateUse.Button;
import io.stele.core.message.TemplateUse.Card;
import io.stele.core.message.TemplateUse.Cards;
import io.stele.core.message.TemplateUse.Component;
import io.stele.core.message.TemplateUse.Header;
import io.stele.core.message.TemplateUse.LimitedTimeOffer;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection.InvalidField;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What fills a template's gaps: each component at most once, buttons by their index, and the same again in each card. */
final class TemplateComponentRules {

    private static final int MOST_CARDS = 10;

    private TemplateComponentRules() {}

    static Stream<InvalidField> broken(List<Component> components) {
        return Check.all(
                once(components, Header.class, "header"),
                once(components, Body.class, "body"),
                once(components, Cards.class, "carousel"),
                once(components, LimitedTimeOffer.class, "limited-time offer"),
                Check.each(components, TemplateComponentRules::component),
                repeatedButton(components));
    }

    private static Stream<InvalidField> once(
            List<Component> components, Class<? extends Component> kind, String name) {
        return Check.that(
                components.stream().filter(kind::isInstance).count() <= 1,
                Field.TEMPLATE_COMPONENTS,
                "must have at most one " + name);
    }

    private static Stream<InvalidField> component(Component component) {
        return switch (component) {
            case Header(var parameters) -> TemplateParameterRules.header(parameters);
            case Body(var parameters) -> TemplateParameterRules.body(parameters);
            case Button button -> TemplateButtonRules.broken(button);
            case Cards(var cards) -> cards(cards);
            case LimitedTimeOffer _ -> Stream.empty();
        };
    }

    private static Stream<InvalidField> repeatedButton(List<Component> components) {
        Set<Integer> seen = new HashSet<>();
        return IntStream.range(0, components.size())
                .filter(position -> components.get(position) instanceof Button(_, int index, _) && !seen.add(index))
                .mapToObj(position -> new InvalidField(Field.TEMPLATE_BUTTON, List.of(position), "must be given once"))
                .limit(1);
    }

    private static Stream<InvalidField> cards(List<Card> cards) {
        return Check.all(
                Check.count(Field.TEMPLATE_COMPONENTS, cards, 1, MOST_CARDS, "cards"),
                Check.that(
                        cards.stream().map(Card::index).distinct().count() == cards.size()
                                && cards.stream().noneMatch(card -> card.index() < 0),
                        Field.TEMPLATE_COMPONENTS,
                        "must number each card once, from 0"),
                Check.each(cards, TemplateComponentRules::card));
    }

    private static Stream<InvalidField> card(Card card) {
        return Check.all(
                Check.that(
                        card.components().stream()
                                .noneMatch(each -> each instanceof Cards || each instanceof LimitedTimeOffer),
                        Field.TEMPLATE_COMPONENTS,
                        "must have nothing but a header, a body and buttons in a card"),
                broken(card.components()));
    }
}
