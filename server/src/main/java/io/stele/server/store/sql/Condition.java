package io.stele.server.store.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A condition that grows: what a list is asked for, as SQL and values. Immutable. */
public record Condition(String sql, List<@Nullable Object> values) {

    /** A condition to begin with. */
    public static Condition where(String sql, @Nullable Object... values) {
        return new Condition(sql, Arrays.asList(values));
    }

    /** This and that. */
    public Condition and(String more, @Nullable Object... moreValues) {
        List<@Nullable Object> all = new ArrayList<>(values);
        all.addAll(Arrays.asList(moreValues));
        return new Condition(sql + " and " + more, all);
    }

    /** This, and that when there is something to compare with. */
    public Condition andIfGiven(String more, @Nullable Object value) {
        return value == null ? this : and(more, value);
    }

    /** This, and the text of that column contains the given part, whatever the case. */
    public Condition andContains(String column, @Nullable String part) {
        return part == null ? this : and("lower(" + column + ") like ? escape '!'", "%" + literal(part) + "%");
    }

    /** The part in lower case, with what {@code like} would take for a placeholder escaped by an exclamation mark. */
    public static String literal(String part) {
        return exactly(part.toLowerCase(Locale.ROOT));
    }

    /** The part as it is, with what {@code like} would take for a placeholder escaped by an exclamation mark. */
    public static String exactly(String part) {
        return part.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
