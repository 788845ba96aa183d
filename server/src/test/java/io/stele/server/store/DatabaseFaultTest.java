package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.server.store.sql.RunAgainException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseFaultTest {

    @ParameterizedTest
    @CsvSource({
        "08006, true", "08001, true", "57P01, true", "57P03, true", "53300, true", "53100, true", "40001, true", "40P01, true",
        "55P03, true", "25P03, true", "25006, true", "HYT00, true", "90131, true", "90067, true", "90098, true",
        "23505, false", "22001, false", "42P01, false", "90020, false", "'', false", ", false"
    })
    void whetherAFaultPassesIsToldByItsState(String state, boolean passes) {
        assertThat(DatabaseFault.isPassing(new IllegalStateException(new SQLException("x", state)))).isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource({
        "08006, true", "08001, true", "57P01, true", "57P02, true", "57P03, true", "53100, true", "90067, true", "90098, true",
        "57014, false", "53200, false", "40001, false", "55P03, false", "HYT00, false", "23505, false", "22001, false", "'', false", ", false"
    })
    void whetherTheDatabaseIsAwayIsToldByItsState(String state, boolean away) {
        assertThat(DatabaseFault.isAway(new IllegalStateException(new SQLException("x", state)))).isEqualTo(away);
    }

    @Test
    void aPoolWithoutAFreeConnectionPasses() {
        assertThat(DatabaseFault.isPassing(new IllegalStateException(new SQLTransientConnectionException("x")))).isTrue();
    }

    @Test
    void aTransactionThatWasGotInTheWayOfAgainAndAgainPasses() {
        assertThat(DatabaseFault.isPassing(new RunAgainException("x"))).isTrue();
    }

    @Test
    void whatIsNotTheDatabasesFaultStays() {
        assertThat(DatabaseFault.isPassing(new IllegalStateException("x"))).isFalse();
    }
}
