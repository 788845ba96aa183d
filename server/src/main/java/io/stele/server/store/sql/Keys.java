package io.stele.server.store.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A list of keys to compare a row's key with: {@code ((?, ?), (?, ?))}, and the values. Rows that are found by such a list can be locked in both
 * databases, which those found by a join cannot.
 *
 * <p>The last key is repeated until there are as many as a power of two, so that a database has few statements to remember.
 */
public record Keys(String sql, List<Object> values) {

    /** These keys, all of the same width; at least one. */
    public static Keys of(List<? extends List<?>> keys) {
        int size = Math.max(1, Integer.highestOneBit(keys.size() * 2 - 1));
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.addAll(keys.get(Math.min(i, keys.size() - 1)));
        }
        String row = "(" + String.join(", ", Collections.nCopies(keys.getFirst().size(), "?")) + ")";
        return new Keys("(" + String.join(", ", Collections.nCopies(size, row)) + ")", values);
    }
}
