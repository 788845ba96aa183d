package io.stele.adapters.chirp;

import io.stele.adapters.FieldPath;
import io.stele.contracts.chirp.TemplateBody;
import io.stele.core.refusal.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where in a template's {@code components} the part stands that a rule objects to. The domain counts the parts that Chirp's maps gave before
 * these.
 */
final class ComponentPaths {

    private static final String COMPONENTS = "template.components";
    private static final String CARDS = COMPONENTS + "[].cards";

    /** So many positions has a component of a card: that of the carousel, that of the card, and its own. */
    private static final int CARD_AND_COMPONENT = 3;

    private ComponentPaths() {}

    /** @return empty for what does not stand in {@code components}, among that what Chirp's maps gave */
    static Optional<String> path(Field field, List<Integer> positions, TemplateBody template) {
        boolean isSet = field == Field.TEMPLATE_COMPONENTS;
        boolean isPart = field == Field.TEMPLATE_HEADER || field == Field.TEMPLATE_BODY || field == Field.TEMPLATE_BUTTON;
        int before = ofMaps(template);
        if (!(isSet || isPart) || positions.isEmpty() || positions.getFirst() < before) {
            return Optional.empty();
        }
        List<Integer> within = new ArrayList<>(positions);
        within.set(0, positions.getFirst() - before);
        return Optional.of(FieldPath.at(isSet ? set(positions.size()) : part(positions.size()), within).toString());
    }

    /** The cards of a carousel, or the components of a card. */
    private static String set(int positions) {
        return positions == 1 ? CARDS : CARDS + "[].components";
    }

    /** A component of the template, or of a card. */
    private static String part(int positions) {
        return positions < CARD_AND_COMPONENT ? COMPONENTS + "[]" : CARDS + "[].components[]";
    }

    private static int ofMaps(TemplateBody template) {
        return Math.min(1, size(template.headerVariables()))
                + Math.min(1, size(template.variables()))
                + size(template.buttonVariables());
    }

    private static int size(@Nullable Map<String, ?> variables) {
        return variables == null ? 0 : variables.size();
    }
}
