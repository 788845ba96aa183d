package io.stele.graphstub.check;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** An object whose shape is chosen by the word in one of its members, in any case of letters. Never changes. */
final class Choice implements Rule {

    private final String name;
    private final Map<String, Shape> shapes;

    private Choice(String name, Map<String, Shape> shapes) {
        this.name = name;
        this.shapes = shapes;
    }

    static Choice by(String name) {
        return new Choice(name, Map.of());
    }

    Choice when(String word, Shape shape) {
        Map<String, Shape> more = new LinkedHashMap<>(shapes);
        more.put(word, shape.required(name, Rules.TEXT));
        return new Choice(name, more);
    }

    @Override
    public void check(Field field) {
        if (!field.has(name)) {
            throw field.missing(name);
        }
        Shape shape = shapes.get(field.member(name).text().toLowerCase(Locale.ROOT));
        if (shape == null) {
            throw field.member(name).mustBe("one of {"
                    + String.join(", ", shapes.keySet()).toUpperCase(Locale.ROOT) + "}");
        }
        shape.check(field);
    }
}
