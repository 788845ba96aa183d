package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneByOneTest {

    private static final String AWAY = "08006";
    private static final String UNREADABLE = "22P02";

    private final List<String> putOff = new ArrayList<>();

    /** Rows are named by the state with which their work fails; it does not fail for others. */
    private List<String> each(String... rows) {
        return OneByOne.each("row", List.of(rows), OneByOneTest::work, putOff::add);
    }

    private static String work(String row) {
        if (row.equals(AWAY) || row.equals(UNREADABLE)) {
            throw new IllegalStateException(new SQLException("x", row));
        }
        return row;
    }

    @Test
    void aRowThatCannotBeReadIsPutOffAndHoldsUpNoOther() {
        assertThat(each("one", UNREADABLE, "two")).containsExactly("one", "two");
        assertThat(putOff).containsExactly(UNREADABLE);
    }

    @Test
    void noRowIsPutOffBecauseTheDatabaseIsAway() {
        assertThatThrownBy(() -> each(AWAY, "one")).hasRootCauseInstanceOf(SQLException.class);
        assertThat(putOff).isEmpty();
    }

    @Test
    void whatWasDoneBeforeTheDatabaseWentAwayCounts() {
        assertThat(each("one", AWAY, "two")).containsExactly("one");
        assertThat(putOff).isEmpty();
    }
}
