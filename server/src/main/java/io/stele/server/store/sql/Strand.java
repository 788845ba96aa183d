package io.stele.server.store.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of one index in which the rows stand in the order of a list.
 *
 * @param table whose index that is; null for the list's own table. One that is not has a row for each of the list's at the most, with the columns of its primary key under the same names
 * @param index the index's name; null for the primary key
 * @param columns the leading columns of the index; those of the list's key follow, in descending order
 * @param values what the leading columns are equal to
 */
public record Strand(@Nullable String table, @Nullable String index, List<String> columns, List<?> values) {

    /** What a table that is not the list's own is called. */
    public static final String OTHER = "s";

    /** A stretch of an index of the list's own table. */
    public Strand(@Nullable String index, List<String> columns, List<?> values) {
        this(null, index, columns, values);
    }

    /** What the table is called whose index that is, where the list's own is called so. */
    String alias(String own) {
        return table == null ? own : OTHER;
    }

    Condition condition(String own) {
        String alias = alias(own);
        Condition condition = Condition.where(alias + "." + columns.getFirst() + " = ?", values.getFirst());
        for (int i = 1; i < columns.size(); i++) {
            condition = condition.and(alias + "." + columns.get(i) + " = ?", values.get(i));
        }
        return condition;
    }
}
