package io.stele.server.store.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of one index in which the rows stand in the order of a list.
 *
 * @param index the index's name; null for the primary key
 * @param columns the leading columns of the index; those of the list's key follow, in descending order
 * @param values what the leading columns are equal to
 */
public record Strand(@Nullable String index, List<String> columns, List<?> values) {

    Condition condition(String alias) {
        Condition condition = Condition.where(alias + "." + columns.getFirst() + " = ?", values.getFirst());
        for (int i = 1; i < columns.size(); i++) {
            condition = condition.and(alias + "." + columns.get(i) + " = ?", values.get(i));
        }
        return condition;
    }
}
