package io.stele.server.store.sql;

import io.stele.core.page.Page;
import io.stele.core.page.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages of a list that is ordered by an index, newest first: from a key on, never by counting from the beginning, so that a deep page
 * costs what the first one costs.
 *
 * @param select everything up to the condition, without {@code where}
 * @param columns the columns of the list's order, the last of which is unique
 * @param values the values of those columns in a key
 * @param <K> the list's key
 */
public record Listing<K>(String select, List<String> columns, Function<K, List<?>> values) {

    public Listing {
        columns = List.copyOf(columns);
    }

    /** The page of those rows that the condition holds for. */
    public <T> Page<T> page(Session session, Session.Mapping<T> mapping, Condition where, PageRequest<K> page) {
        boolean backward = page.newer() != null;
        K from = backward ? page.newer() : page.older();
        Condition condition = from == null ? where : beyond(where, from, backward);
        List<@Nullable Object> bound = new ArrayList<>(condition.values());
        bound.add(page.limit() + 1);
        bound.add(page.skip());
        List<T> found = new ArrayList<>(session.list(
                mapping,
                new Query(
                        select + " where " + condition.sql() + " order by " + order(backward) + " limit ? offset ?",
                        bound)));
        boolean more = found.size() > page.limit();
        if (more) {
            found.removeLast();
        }
        return backward
                ? new Page<>(found.reversed(), !found.isEmpty(), more)
                : new Page<>(found, more, from != null || page.skip() > 0);
    }

    /** The first column is compared on its own too: so both databases begin to read where the key stands in the index. */
    private Condition beyond(Condition where, K key, boolean backward) {
        String than = backward ? " > " : " < ";
        List<?> bounds = values.apply(key);
        String first = columns.getFirst();
        if (columns.size() == 1) {
            return where.and(first + than + "?", bounds.getFirst());
        }
        List<@Nullable Object> all = new ArrayList<>();
        all.add(bounds.getFirst());
        all.addAll(bounds);
        String marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        return where.and(
                first + than.stripTrailing() + "= ? and (" + String.join(", ", columns) + ")" + than + "(" + marks + ")",
                all.toArray());
    }

    private String order(boolean backward) {
        return columns.stream()
                .map(column -> column + (backward ? " asc" : " desc"))
                .collect(Collectors.joining(", "));
    }
}
