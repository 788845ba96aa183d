package io.stele.harness.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessorTimesTest {

    @Test
    void tellsWhatThreadOfAProcessHasWorked() throws Exception {
        List<Long> here = List.of(ProcessHandle.current().pid());
        ProcessorTimes before = ProcessorTimes.upToNow(here);

        Thread worker = Thread.ofPlatform().name("busy-worker-17").start(() -> {
            long end = System.nanoTime() + 500_000_000L;
            while (System.nanoTime() < end && !Thread.interrupted()) {
                Thread.onSpinWait();
            }
            waitToBeMeasured();
        });
        while (worker.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        ProcessorTimes used = ProcessorTimes.upToNow(here).since(before);
        worker.interrupt();
        worker.join();

        assertThat(used.threads()).containsKey("busy-worker-");
        assertThat(used.threads().get("busy-worker-")).isPositive().isLessThanOrEqualTo(used.all());
        assertThat(used.idle()).isNotNegative().isLessThan(used.all());
    }

    private static synchronized void waitToBeMeasured() {
        try {
            ProcessorTimesTest.class.wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aNameMayHaveBracketsAndBlanksAndLosesTheNumberAtItsEnd() {
        assertThat(ProcessorTimes.name("7 (C2 (odd) Thre12) S 1 2 3")).isEqualTo("C2 (odd) Thre");
    }

    @Test
    void timesAddUpNameByName() {
        ProcessorTimes one = new ProcessorTimes(1, 4, Map.of("a", 1.0), Map.of("p", 2.0));
        ProcessorTimes other = new ProcessorTimes(2, 4, Map.of("a", 0.5, "b", 0.25), Map.of());

        assertThat(one.plus(other)).isEqualTo(new ProcessorTimes(3, 8, Map.of("a", 1.5, "b", 0.25), Map.of("p", 2.0)));
    }

    @Test
    void whatBeganInBetweenCountsWholeAndWhatEndedDoesNot() {
        ProcessorTimes before = new ProcessorTimes(1, 4, Map.of("a", 1.0, "gone", 3.0), Map.of());
        ProcessorTimes now = new ProcessorTimes(2, 8, Map.of("a", 1.5, "new", 0.25), Map.of());

        assertThat(now.since(before)).isEqualTo(new ProcessorTimes(1, 4, Map.of("a", 0.5, "new", 0.25), Map.of()));
    }
}
