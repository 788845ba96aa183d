package io.stele.server.store.sql;

import io.stele.core.identity.Ksuid;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of a result that is being read. */
public final class Row {

    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    @FunctionalInterface
    private interface Reading<T> {
        @Nullable T read() throws SQLException;
    }

    public UUID uuid(String column) {
        return present(column, uuidOrNull(column));
    }

    public @Nullable UUID uuidOrNull(String column) {
        return read(column, () -> rows.getObject(column, UUID.class));
    }

    public Ksuid ksuid(String column) {
        return present(column, ksuidOrNull(column));
    }

    public @Nullable Ksuid ksuidOrNull(String column) {
        byte[] bytes = read(column, () -> rows.getBytes(column));
        return bytes == null ? null : Ksuid.of(bytes);
    }

    public byte[] bytes(String column) {
        return present(column, read(column, () -> rows.getBytes(column)));
    }

    public String text(String column) {
        return present(column, textOrNull(column));
    }

    public @Nullable String textOrNull(String column) {
        return read(column, () -> rows.getString(column));
    }

    public Instant moment(String column) {
        return present(column, momentOrNull(column));
    }

    public @Nullable Instant momentOrNull(String column) {
        OffsetDateTime moment = read(column, () -> rows.getObject(column, OffsetDateTime.class));
        return moment == null ? null : moment.toInstant();
    }

    public @Nullable BigDecimal decimalOrNull(String column) {
        return read(column, () -> rows.getBigDecimal(column));
    }

    public long number(String column) {
        return present(column, read(column, () -> rows.getLong(column)));
    }

    public @Nullable Integer integerOrNull(String column) {
        return read(column, () -> rows.getObject(column, Integer.class));
    }

    public @Nullable Long numberOrNull(String column) {
        BigDecimal number = decimalOrNull(column);
        return number == null ? null : number.longValueExact();
    }

    public boolean truth(String column) {
        return present(column, read(column, () -> rows.getBoolean(column)));
    }

    /** The constant that the column names. */
    public <E extends Enum<E>> E constant(String column, Class<E> type) {
        return Enum.valueOf(type, text(column));
    }

    private static <T> T present(String column, @Nullable T value) {
        return Objects.requireNonNull(value, () -> "the column " + column + " is never null");
    }

    private static <T> @Nullable T read(String column, Reading<T> reading) {
        try {
            return reading.read();
        } catch (SQLException e) {
            throw new StoreException(column, e);
        }
    }
}
