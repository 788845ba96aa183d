package io.stele.server.store.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of those that meet a condition: what has been due for longest, for example. How many are passed over costs nothing, since they are found in their order
 * by an index.
 *
 * @param select the columns and the table, as {@code select id from lane}
 * @param index that has exactly the rows' order, among those that meet the condition
 * @param order the columns to order by
 */
public record FirstRows(String select, String index, Condition condition, String order) {

    /** These rows, in their order. */
    public Query query(int limit) {
        return limited(select + " where " + condition.sql() + " order by " + order + " limit ?", limit);
    }

    /**
     * The same, locked until the end of the transaction; in their order. Rows that another has locked are passed over.
     *
     * <p>H2 is given no order, but the index that has it: told to order what it locks, it would lock all that meet the condition, and take the first of them then.
     */
    public Query locked(Dialect dialect, int limit) {
        return switch (dialect) {
            case POSTGRESQL -> limited(query(limit).sql() + " for update skip locked", limit);
            case H2 -> limited(select + dialect.using(index) + " where " + condition.sql() + " limit ? for update skip locked", limit);
        };
    }

    private Query limited(String sql, int limit) {
        List<@Nullable Object> values = new ArrayList<>(condition.values());
        values.add(limit);
        return new Query(sql, values);
    }
}
