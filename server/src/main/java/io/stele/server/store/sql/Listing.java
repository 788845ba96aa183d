package io.stele.server.store.sql;

import io.stele.core.page.Page;
import io.stele.core.page.PageRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A list that is read page by page, newest first: what comes of its strands together.
 *
 * <p>Each strand is read in the order of its index and only as far as the page goes, so that a deep page costs what the first one costs.
 * H2 takes that way only when the order names the index's leading columns too, although those are constant.
 *
 * @param table the table, which is called {@code alias}
 * @param key the columns by which the list is ordered, both ways in which it is walked; the last one is unique
 * @param keyValues the values of those columns for a key
 * @param strands no row is in two of them; none makes an empty list
 * @param rest what else is asked of the rows; null when nothing is
 */
public record Listing<K>(
        String table,
        String alias,
        List<String> key,
        Function<K, List<?>> keyValues,
        List<Strand> strands,
        @Nullable Condition rest) {

    private enum Walk {
        OLDER("desc", "", "<"),
        NEWER("", "desc", ">");

        private final String keyOrder;
        private final String leadingOrder;
        private final String comparison;

        Walk(String keyOrder, String leadingOrder, String comparison) {
            this.keyOrder = keyOrder;
            this.leadingOrder = leadingOrder;
            this.comparison = comparison;
        }
    }

    /**
     * Reads a page.
     *
     * @param columns what is selected of the table and of what is joined to it
     * @param joins joins that find exactly one row each, or none
     */
    public <T> Page<T> page(
            Session session, Session.Mapping<T> mapping, String columns, String joins, PageRequest<K> request) {
        if (strands.isEmpty()) {
            return new Page<>(List.of(), false, false);
        }
        Walk walk = request.newer() == null ? Walk.OLDER : Walk.NEWER;
        List<T> rows = session.list(mapping, query(session.dialect(), columns, joins, request));
        boolean more = rows.size() > request.limit();
        List<T> items = new ArrayList<>(more ? rows.subList(0, request.limit()) : rows);
        boolean before = !items.isEmpty() && request.skip() > 0 || rowsBehind(session, request, walk);
        if (walk == Walk.OLDER) {
            return new Page<>(items, more, before);
        }
        Collections.reverse(items);
        return new Page<>(items, before && !items.isEmpty(), more);
    }

    /** How many rows the list has. */
    public long count(Session session) {
        long count = 0;
        for (Strand strand : strands) {
            Condition condition = condition(strand);
            count += session.number(new Query(
                    "select count(*) as n from " + from(session.dialect(), strand) + " where " + condition.sql(),
                    condition.values()));
        }
        return count;
    }

    /** The statement that reads a page, and one row more, in the direction in which the list is walked. */
    public Query query(Dialect dialect, String columns, String joins, PageRequest<K> request) {
        Walk walk = request.newer() == null ? Walk.OLDER : Walk.NEWER;
        K from = walk == Walk.OLDER ? request.older() : request.newer();
        List<@Nullable Object> values = new ArrayList<>();
        String strand = union(dialect, from, walk, false, request.skip() + request.limit() + 1, values);
        values.add(request.limit() + 1);
        values.add(request.skip());
        return new Query(
                "select " + columns + " from (" + strand + ") " + alias + " " + joins + " order by "
                        + order(alias, key, walk.keyOrder) + " limit ? offset ?",
                values);
    }

    /** Whether there are rows on the side from which the page is walked to: the key's own row, or others behind it. */
    private boolean rowsBehind(Session session, PageRequest<K> request, Walk walk) {
        K from = walk == Walk.OLDER ? request.older() : request.newer();
        if (from == null) {
            return false;
        }
        List<@Nullable Object> values = new ArrayList<>();
        String strand = union(session.dialect(), from, walk == Walk.OLDER ? Walk.NEWER : Walk.OLDER, true, 1, values);
        return session.any(new Query("select 1 from (" + strand + ") " + alias, values));
    }

    private String union(
            Dialect dialect, @Nullable K from, Walk walk, boolean inclusive, int limit, List<@Nullable Object> values) {
        return strands.stream()
                .map(strand -> {
                    Condition condition = from == null
                            ? condition(strand)
                            : beyond(strand, keyValues.apply(from), walk, inclusive);
                    values.addAll(condition.values());
                    values.add(limit);
                    String walked = strand.alias(alias);
                    return "(select " + alias + ".* from " + from(dialect, strand) + " where " + condition.sql()
                            + " order by " + order(walked, strand.columns(), walk.leadingOrder) + ", " + order(walked, key, walk.keyOrder)
                            + " limit ?)";
                })
                .collect(Collectors.joining(" union all "));
    }

    private String from(Dialect dialect, Strand strand) {
        String other = strand.alias(alias);
        return strand.table() == null
                ? table + " " + alias + dialect.using(strand.index())
                : "%s %s join %s %s on %s.project_id = %s.project_id and %s.%s = %s.%s"
                        .formatted(strand.table(), other, table, alias, alias, other, alias, key.getLast(), other, key.getLast());
    }

    private Condition condition(Strand strand) {
        Condition condition = strand.condition(alias);
        return rest == null ? condition : condition.and(rest.sql(), rest.values().toArray());
    }

    /** The first column is compared by itself too: that is what bounds the walk through the index. */
    private Condition beyond(Strand strand, List<?> values, Walk walk, boolean inclusive) {
        Condition condition = condition(strand);
        String last = walk.comparison + (inclusive ? "=" : "");
        String walked = strand.alias(alias);
        String first = walked + "." + key.getFirst();
        if (key.size() == 1) {
            return condition.and(first + " " + last + " ?", values.getFirst());
        }
        return condition.and(
                first + " " + walk.comparison + "= ? and (" + first + " " + walk.comparison + " ? or " + walked + "."
                        + key.getLast() + " " + last + " ?)",
                values.getFirst(),
                values.getFirst(),
                values.getLast());
    }

    private static String order(String table, List<String> columns, String direction) {
        return columns.stream()
                .map(column -> (table + "." + column + " " + direction).strip())
                .collect(Collectors.joining(", "));
    }
}
