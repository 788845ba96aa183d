package io.stele.server.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stele.core.channel.Channel;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManyRowsTest {

    /** What stands for the rows, after the statement of one of them. */
    private static final String GIVEN =
            "unnest(cast(? as varchar[]), cast(? as int4[])) with ordinality as given(v0, v1, place)";

    static Stream<Arguments> statements() {
        return Stream.of(
                Arguments.of(
                        "insert into t (a, b) values (?, ?)",
                        "insert into t (a, b) select given.v0, given.v1 from " + GIVEN + " order by given.place"),
                Arguments.of(
                        "insert into t (a, c, b) values (?, false, cast(? as int)) on conflict do nothing",
                        "insert into t (a, c, b) select given.v0, false, cast(given.v1 as int) from " + GIVEN
                                + " order by given.place on conflict do nothing"),
                Arguments.of(
                        "update t set a = ? where b = ?", "update t set a = given.v0 from " + GIVEN + " where b = given.v1"),
                Arguments.of(
                        "update t set a = coalesce((select x from u where x = ?), a) where b = ?",
                        "update t set a = coalesce((select x from u where x = given.v0), a) from " + GIVEN
                                + " where b = given.v1"),
                Arguments.of(
                        "delete from t where a = ? and b = (select min(b) from t where b > ?)",
                        "delete from t using " + GIVEN
                                + " where a = given.v0 and b = (select min(b) from t where b > given.v1)"));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void theRowsStandWhereThePlaceholdersStood(String single, String many) {
        ManyRows rows = ManyRows.of(single, List.of(List.of("x", 1), List.of("y", 2)));

        assertThat(rows.sql()).isEqualTo(many);
        assertThat(rows.columns())
                .containsExactly(
                        new ManyRows.Column("varchar", List.of("x", "y")), new ManyRows.Column("int4", List.of(1, 2)));
    }

    @Test
    void whatIsNullInEveryRowIsWrittenOut() {
        ManyRows rows = ManyRows.of("insert into t (a, b) values (?, ?)", List.of(Arrays.asList(null, 1), Arrays.asList(null, 2)));

        assertThat(rows.sql())
                .isEqualTo("insert into t (a, b) select null, given.v1 from unnest(cast(? as int4[]))"
                        + " with ordinality as given(v1, place) order by given.place");
    }

    @Test
    void aColumnIsOfTheTypeOfWhatIsNotNull() {
        List<List<Object>> rows = List.of(
                Arrays.asList(null, null, null, null, null, null),
                Arrays.asList(UUID.randomUUID(), Instant.EPOCH, 1L, true, new byte[1], Channel.SMS));

        assertThat(ManyRows.of("insert into t values (?, ?, ?, ?, ?, ?)", rows).columns())
                .extracting(ManyRows.Column::type)
                .containsExactly("uuid", "timestamptz", "int8", "bool", "bytea", "varchar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"select a from t where b = ?", "update t set a = ?"})
    void otherStatementsAreRefused(String single) {
        assertThatThrownBy(() -> ManyRows.of(single, List.of(List.of(1), List.of(2)))).isInstanceOf(IllegalArgumentException.class);
    }
}
