package io.stele.adapters;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Where in a request a field stands: the names and the positions that lead to it, outermost first. A name is whatever the
 * caller wrote there, so that it may look like anything: no step can be read out of the path's text again.
 */
public record FieldPath(List<Step> steps) {

    /** The request itself. */
    public static final FieldPath ROOT = new FieldPath(List.of());

    private static final String ELEMENTS = "[]";

    /** One step of the way. */
    public sealed interface Step {}

    /** To the member of an object. */
    public record Member(String name) implements Step {}

    /** To the element of a list. @param position from 0 */
    public record Element(int position) implements Step {}

    public FieldPath {
        steps = List.copyOf(steps);
    }

    /** The path of members within each other. */
    public static FieldPath of(String... names) {
        FieldPath path = ROOT;
        for (String name : names) {
            path = path.member(name);
        }
        return path;
    }

    /**
     * A path as it stands in our own code, with its positions: {@code content.buttons[].title} at 0 is {@code content.buttons[0].title}. A list
     * whose position is not known is named without one.
     *
     * @param positions outermost first; those for which there is no list are left out
     */
    public static FieldPath at(String pattern, List<Integer> positions) {
        Iterator<Integer> open = positions.iterator();
        FieldPath path = ROOT;
        for (String part : pattern.split("\\.")) {
            boolean list = part.endsWith(ELEMENTS);
            path = path.member(list ? part.substring(0, part.length() - ELEMENTS.length()) : part);
            if (list && open.hasNext()) {
                path = path.element(open.next());
            }
        }
        return path;
    }

    /** The path of a member of what stands here. */
    public FieldPath member(String name) {
        return then(new Member(name));
    }

    /** The path of an element of the list that stands here. */
    public FieldPath element(int position) {
        return then(new Element(position));
    }

    private FieldPath then(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return new FieldPath(longer);
    }

    /** The path as people write it: {@code content.buttons[0].title}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            switch (step) {
                case Member(String name) -> text.append(text.isEmpty() ? "" : ".").append(name);
                case Element(int position) -> text.append('[').append(position).append(']');
            }
        }
        return text.toString();
    }
}
