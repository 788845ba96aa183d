package io.stele.server.store.sql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A statement of one row, made into one that does the same for many: their values come as arrays, a column each, and stand where the placeholders stood. PostgreSQL
 * works on some dozen rows so in little more time than on one, since it is told, begins and ends only once.
 *
 * @param sql in PostgreSQL's words
 * @param columns the values to bind, each a column of all rows; those that are null everywhere are left out
 */
record ManyRows(String sql, List<Column> columns) {

    private static final String PLACEHOLDER = "?";
    private static final String VALUES = "values (";

    /** The values that stand at one placeholder, of the first row, of the second, and so on. */
    record Column(String type, List<? extends @Nullable Object> values) {

        Array array(Connection connection) throws SQLException {
            return Values.array(connection, type, values);
        }
    }

    /**
     * @param single an insert of {@code values}, an update or a delete, with a {@code where} that is not within parentheses
     * @param rows the values of each row, as many as there are placeholders; at least one row
     */
    static ManyRows of(String single, List<? extends List<? extends @Nullable Object>> rows) {
        List<Optional<Column>> columns = new ArrayList<>();
        for (int at = 0; at < rows.getFirst().size(); at++) {
            columns.add(column(at, rows));
        }
        StringBuilder placed = new StringBuilder();
        String rest = single;
        for (int at = 0; at < columns.size(); at++) {
            int placeholder = rest.indexOf(PLACEHOLDER);
            placed.append(rest, 0, placeholder).append(columns.get(at).isPresent() ? name(at) : "null");
            rest = rest.substring(placeholder + 1);
        }
        placed.append(rest);
        return new ManyRows(
                joined(placed.toString(), table(columns)), columns.stream().flatMap(Optional::stream).toList());
    }

    private static String name(int at) {
        return "given.v" + at;
    }

    /** Empty when all are null: nobody can tell of what type these are. */
    private static Optional<Column> column(int at, List<? extends List<? extends @Nullable Object>> rows) {
        List<@Nullable Object> values = new ArrayList<>();
        String type = null;
        for (List<? extends @Nullable Object> row : rows) {
            Object value = row.get(at);
            values.add(value);
            type = type == null && value != null ? Values.type(value) : type;
        }
        return type == null ? Optional.empty() : Optional.of(new Column(type, values));
    }

    private static String table(List<Optional<Column>> columns) {
        StringBuilder arrays = new StringBuilder();
        StringBuilder names = new StringBuilder();
        for (int at = 0; at < columns.size(); at++) {
            Optional<Column> column = columns.get(at);
            if (column.isPresent()) {
                arrays.append(arrays.isEmpty() ? "" : ", ").append("cast(? as ").append(column.get().type()).append("[])");
                names.append("v").append(at).append(", ");
            }
        }
        return "unnest(" + arrays + ") with ordinality as given(" + names + "place)";
    }

    private static String joined(String placed, String table) {
        String verb = placed.strip().substring(0, placed.strip().indexOf(' '));
        return switch (verb) {
            case "insert" -> {
                int values = placed.indexOf(VALUES);
                int end = closing(placed, values + VALUES.length());
                yield placed.substring(0, values) + "select " + placed.substring(values + VALUES.length(), end) + " from " + table
                        + " order by given.place" + placed.substring(end + 1);
            }
            case "update" -> beforeWhere(placed, " from " + table);
            case "delete" -> beforeWhere(placed, " using " + table);
            default -> throw new IllegalArgumentException("not for many rows: " + placed);
        };
    }

    private static String beforeWhere(String placed, String table) {
        int depth = 0;
        for (int i = 0; i < placed.length(); i++) {
            char character = placed.charAt(i);
            depth += character == '(' ? 1 : character == ')' ? -1 : 0;
            if (depth == 0 && Character.isWhitespace(character) && placed.startsWith("where ", i + 1)) {
                return placed.substring(0, i) + table + " " + placed.substring(i + 1);
            }
        }
        throw new IllegalArgumentException("no condition: " + placed);
    }

    /** Where the parenthesis ends that is open there. */
    private static int closing(String placed, int from) {
        int depth = 1;
        for (int i = from; i < placed.length(); i++) {
            char character = placed.charAt(i);
            depth += character == '(' ? 1 : character == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("a parenthesis does not end: " + placed);
    }
}
