package io.stele.server.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeysTest {

    private static final String SQL = "select n from kept where n > ? and (a, b) in :keys and n < ? for update";
    private static final List<Object> VALUES = List.of(10, 20);
    private static final Keys TWO = new Keys(List.of(List.of("one", 1), List.of("other", 2)));

    @Test
    void postgresqlIsAskedForAllAtOnce() {
        assertThat(TWO.parts(Dialect.POSTGRESQL, SQL, VALUES))
                .containsExactly(new Query(
                        "select n from kept where n > ? and (a, b) in (select * from unnest(cast(? as varchar[]), cast(? as int4[]))) and n < ? for update",
                        List.of(10, List.of("one", "other"), List.of(1, 2), 20)));
    }

    @Test
    void h2IsAskedForOneAfterTheOtherSinceItLooksAtAllRowsWithTheSameFirstColumnForAList() {
        String sql = "select n from kept where n > ? and (a, b) in ((?, ?)) and n < ? for update";

        assertThat(TWO.parts(Dialect.H2, SQL, VALUES))
                .containsExactly(new Query(sql, List.of(10, "one", 1, 20)), new Query(sql, List.of(10, "other", 2, 20)));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsAskedForNothing(Dialect dialect) {
        assertThat(new Keys(List.of()).parts(dialect, SQL, VALUES)).isEmpty();
    }
}
