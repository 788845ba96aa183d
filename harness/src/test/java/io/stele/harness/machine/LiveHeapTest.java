package io.stele.harness.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class LiveHeapTest {

    @Test
    void isTheTotalOfAllBytes() throws IOException {
        assertThat(LiveHeap.total("""
                4711:
                 num     #instances         #bytes  class name (module)
                -------------------------------------------------------
                   1:           100           8000  [B (java.base@25)
                   2:            10            240  io.example.TotalOfSomething
                Total           110           8240
                """)).isEqualTo(8240);
    }

    @Test
    void isNotToldByAProcessThatIsGone() {
        assertThatIOException().isThrownBy(() -> LiveHeap.total("4711: No such process\n"));
    }
}
