package io.stele.adapters.zavu;

import io.stele.adapters.FieldPath;
import io.stele.adapters.WireException;
import java.util.Map;

/** Objects whose members are all strings. */
final class ZavuLabels {

    private ZavuLabels() {}

    /** @throws WireException when a value is null */
    static Map<String, String> checked(Map<String, String> labels, FieldPath path) {
        labels.forEach((name, value) -> {
            if (value == null) {
                throw new WireException(path.member(name), "must be a string");
            }
        });
        return labels;
    }
}
