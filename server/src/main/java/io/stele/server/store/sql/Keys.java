package io.stele.server.store.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A list of keys to compare a row's key with, to stand after {@code in}, and the values. Rows that are found by such a list can be locked in both databases.
 *
 * <p>PostgreSQL gets the keys as arrays: with each key written out it plans for longer than it works, more than a tenth of a second for some hundred keys. H2 gets
 * them written out, since it locks nothing that is found by way of a table of arrays, and finds them by the index. The last key is repeated there until there are as many as
 * a power of two, so that it has few statements to remember.
 */
public record Keys(String sql, List<Object> values) {

    /** These keys, all of the same width, and of the same kind at each place; at least one. */
    public static Keys of(Dialect dialect, List<? extends List<?>> keys) {
        return switch (dialect) {
            case POSTGRESQL -> inArrays(keys);
            case H2 -> writtenOut(keys);
        };
    }

    private static Keys inArrays(List<? extends List<?>> keys) {
        List<?> first = keys.getFirst();
        String arrays =
                first.stream().map(value -> "cast(? as " + Values.type(value) + "[])").collect(Collectors.joining(", "));
        List<Object> columns = IntStream.range(0, first.size())
                .<Object>mapToObj(at -> keys.stream().<Object>map(key -> key.get(at)).toList())
                .toList();
        return new Keys("(select * from unnest(" + arrays + "))", columns);
    }

    private static Keys writtenOut(List<? extends List<?>> keys) {
        int size = Math.max(1, Integer.highestOneBit(keys.size() * 2 - 1));
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.addAll(keys.get(Math.min(i, keys.size() - 1)));
        }
        String row = "(" + String.join(", ", Collections.nCopies(keys.getFirst().size(), "?")) + ")";
        return new Keys("(" + String.join(", ", Collections.nCopies(size, row)) + ")", values);
    }
}
