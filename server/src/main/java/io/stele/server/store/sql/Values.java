package io.stele.server.store.sql;

import io.stele.core.identity.Ksuid;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How values of ours become values of the database, and what of them it can hold. */
public final class Values {

    private static final String BYTES = "bytea";

    private Values() {}

    /** A moment as the databases keep it: to the microsecond. */
    public static Instant storable(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Text as PostgreSQL can keep it: it has no U+0000 and no half of a surrogate pair, so each becomes U+FFFD. Content and other JSON
     * do not pass through here: they come back exactly.
     */
    public static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == 0 || Character.isSurrogate(character)) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        int[] characters = text.codePoints()
                .map(point -> point == 0 || isHalf(point) ? 0xFFFD : point)
                .toArray();
        return new String(characters, 0, characters.length);
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    static void bind(Connection connection, PreparedStatement statement, @Nullable Object[] values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            bind(connection, statement, i + 1, values[i]);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int at, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case null -> statement.setNull(at, Types.NULL);
            case String text -> statement.setString(at, storable(text));
            case Enum<?> constant -> statement.setString(at, constant.name());
            case UUID id -> statement.setObject(at, id);
            case Ksuid id -> statement.setBytes(at, id.bytes());
            case byte[] bytes -> statement.setBytes(at, bytes);
            case Instant moment -> statement.setObject(at, storable(moment).atOffset(ZoneOffset.UTC));
            case Integer number -> statement.setInt(at, number);
            case Long number -> statement.setLong(at, number);
            case Boolean truth -> statement.setBoolean(at, truth);
            case BigDecimal number -> statement.setBigDecimal(at, number);
            case Collection<?> several -> statement.setArray(at, array(connection, several));
            default -> throw new IllegalArgumentException("no column holds a " + value.getClass());
        }
    }

    private static Array array(Connection connection, Collection<?> several) throws SQLException {
        return array(connection, several.isEmpty() ? "varchar" : type(several.iterator().next()), several);
    }

    /** Text in an array is bound by the rule of {@link #storable(String)}. */
    static Array array(Connection connection, String type, Collection<? extends @Nullable Object> several) throws SQLException {
        Stream<? extends @Nullable Object> elements = several.stream().map(Values::element);
        return connection.createArrayOf(type, type.equals(BYTES) ? elements.toArray(byte[][]::new) : elements.toArray());
    }

    private static @Nullable Object element(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> storable(text);
            case Enum<?> constant -> constant.name();
            case Ksuid id -> id.bytes();
            case Instant moment -> storable(moment).atOffset(ZoneOffset.UTC);
            default -> value;
        };
    }

    /** The type of the columns that hold such values, as both databases call it. */
    static String type(Object value) {
        return switch (value) {
            case UUID _ -> "uuid";
            case Ksuid _, byte[] _ -> BYTES;
            case Instant _ -> "timestamptz";
            case Integer _ -> "int4";
            case Long _ -> "int8";
            case Boolean _ -> "bool";
            case BigDecimal _ -> "numeric";
            default -> "varchar";
        };
    }
}
