package io.stele.adapters.chirp;

import io.stele.contracts.chirp.TemplateBody;
import io.stele.contracts.chirp.TemplateComponent;
import io.stele.core.refusal.Field;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where in a template's {@code components} the part stands that a rule objects to. The domain knows a part by what it is: the header, the body,
 * the button with this index, and the card with that one.
 */
final class ComponentPaths {

    private record Part(String path, TemplateComponent component) {}

    /** A list of components. */
    private record Place(String path, List<TemplateComponent> components) {

        /** The last part of its kind: of two, it is the second that is too much. */
        Optional<Part> last(String type, Predicate<TemplateComponent> which) {
            return IntStream.range(0, components.size())
                    .mapToObj(i -> new Part(path + "[" + i + "]", components.get(i)))
                    .filter(part -> type.equalsIgnoreCase(part.component().type()) && which.test(part.component()))
                    .reduce((_, later) -> later);
        }

        /** The components of the card with this index, which is its position where it has none of its own. */
        Optional<Place> card(int index) {
            return last("carousel", _ -> true).flatMap(carousel -> {
                List<TemplateComponent.Card> cards = orEmpty(carousel.component().cards());
                return IntStream.range(0, cards.size())
                        .filter(i -> Objects.requireNonNullElse(cards.get(i).cardIndex(), i) == index)
                        .mapToObj(i -> new Place(
                                carousel.path() + ".cards[" + i + "].components", orEmpty(cards.get(i).components())))
                        .findFirst();
            });
        }
    }

    private ComponentPaths() {}

    /** @return empty for what does not stand in {@code components}, among that what Chirp's maps gave */
    static Optional<String> path(Field field, List<Integer> positions, TemplateBody template) {
        boolean ofCard = positions.size() > (field == Field.TEMPLATE_BUTTON ? 1 : 0);
        Place all = new Place("template.components", orEmpty(template.components()));
        Optional<Place> place = ofCard ? all.card(positions.getFirst()) : Optional.of(all);
        if (field == Field.TEMPLATE_COMPONENTS) {
            return place.map(Place::path);
        }
        if (field == Field.TEMPLATE_BUTTON && !positions.isEmpty()) {
            return part(place, "button", button -> positions.getLast().equals(button.index()));
        }
        if (field == Field.TEMPLATE_HEADER && (ofCard || isEmpty(template.headerVariables()))) {
            return part(place, "header", _ -> true);
        }
        if (field == Field.TEMPLATE_BODY && (ofCard || isEmpty(template.variables()))) {
            return part(place, "body", _ -> true);
        }
        return Optional.empty();
    }

    private static Optional<String> part(Optional<Place> place, String type, Predicate<TemplateComponent> which) {
        return place.flatMap(parts -> parts.last(type, which)).map(Part::path);
    }

    private static boolean isEmpty(@Nullable Map<String, String> variables) {
        return variables == null || variables.isEmpty();
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
