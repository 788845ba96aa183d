package io.stele.adapters;

import java.util.List;

/** Paths of fields as clients know them, with the positions in lists filled in. */
public final class FieldPath {

    private FieldPath() {}

    /**
     * The path with its positions: {@code content.buttons[].title} at 0 is {@code content.buttons[0].title}. A list whose position is not
     * known is named without one.
     *
     * @param positions outermost first
     */
    public static String at(String path, List<Integer> positions) {
        String filled = path;
        for (Integer position : positions) {
            filled = filled.replaceFirst("\\[]", "[" + position + "]");
        }
        return filled.replace("[]", "");
    }
}
