package io.stele.server.store.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The keys of rows that a query asks for. It says where they are to stand: {@code (project_id, id) in :keys}. Rows that are found so can be locked in both
 * databases.
 *
 * <p>PostgreSQL gets all of them as arrays: with each key written out it plans for longer than it works, more than a tenth of a second for some hundred keys.
 *
 * <p>H2 is asked for one after the other, which takes no round trip. It finds the rows of a list by the key's first column only, and looks at each that has the same: at
 * all of a project's messages for those of a batch. And it locks nothing that is found by way of a table of arrays.
 *
 * @param rows all of the same width, and of the same kind at each place
 */
public record Keys(List<? extends List<?>> rows) {

    private static final String PLACE = ":keys";

    /** The query in this database's words, in parts of which each asks for some of the keys; none when there are no keys. */
    public List<Query> parts(Dialect dialect, String sql, List<? extends @Nullable Object> values) {
        if (rows.isEmpty()) {
            return List.of();
        }
        return switch (dialect) {
            case POSTGRESQL -> List.of(placed(sql, values, arrays(), columns()));
            case H2 -> rows.stream().map(row -> placed(sql, values, placeholders(row.size()), row)).toList();
        };
    }

    private static Query placed(String sql, List<? extends @Nullable Object> values, String keys, List<?> keyValues) {
        int place = sql.indexOf(PLACE);
        String before = sql.substring(0, place);
        List<@Nullable Object> all = new ArrayList<>(values);
        all.addAll((int) before.chars().filter(character -> character == '?').count(), keyValues);
        return new Query(before + keys + sql.substring(place + PLACE.length()), all);
    }

    private String arrays() {
        return rows.getFirst().stream()
                .map(value -> "cast(? as " + Values.type(value) + "[])")
                .collect(Collectors.joining(", ", "(select * from unnest(", "))"));
    }

    private List<Object> columns() {
        return IntStream.range(0, rows.getFirst().size())
                .<Object>mapToObj(at -> rows.stream().<Object>map(key -> key.get(at)).toList())
                .toList();
    }

    private static String placeholders(int width) {
        return "((" + String.join(", ", Collections.nCopies(width, "?")) + "))";
    }
}
