package io.stele.server.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stele.core.housekeeping.Chore;
import io.stele.core.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class HousekeepingTest {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final Duration REST = Duration.ofHours(1);

    private final SettableClock clock = new SettableClock(START);
    private final Queue<String> parts = new ConcurrentLinkedQueue<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    private Housekeeping start(Chore... chores) {
        return new Housekeeping(List.of(chores), clock, chore -> fault -> faults.add(chore.name() + " " + fault.getMessage()));
    }

    /** @param part what the part with this number says, counted from 1 */
    private Chore chore(String name, IntFunction<Boolean> part) {
        AtomicInteger number = new AtomicInteger();
        return new Chore() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Duration rest() {
                return REST;
            }

            @Override
            public boolean doPart(Instant now) {
                int current = number.incrementAndGet();
                parts.add(name + current);
                return part.apply(current);
            }
        };
    }

    @Test
    void aChoreIsDoneUntilNothingIsLeftAndAgainAfterItsRest() {
        try (Housekeeping _ = start(chore("a", part -> part < 3))) {
            await().until(() -> parts.size() == 3);
            clock.advance(REST.minusSeconds(1));
            await().during(Duration.ofSeconds(1)).until(() -> parts.size() == 3);

            clock.advance(Duration.ofSeconds(1));

            await().until(() -> parts.size() == 4);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void choresTakeTurns() {
        try (Housekeeping _ = start(chore("a", part -> part < 3), chore("b", part -> part < 3))) {
            await().until(() -> parts.size() == 6);
        }

        assertThat(parts).containsExactly("a1", "b1", "a2", "b2", "a3", "b3");
    }

    @Test
    void aChoreThatFailsIsReportedAndTriedAgainAMinuteLater() {
        Chore failing = chore("a", part -> {
            throw new IllegalStateException("no " + part);
        });
        try (Housekeeping _ = start(failing, chore("b", part -> part < 2))) {
            await().until(() -> parts.size() == 3);
            clock.advance(Duration.ofMinutes(1));

            await().until(() -> parts.size() == 4);
        }

        assertThat(parts).containsExactly("a1", "b1", "b2", "a2");
        assertThat(faults).containsExactly("a no 1", "a no 2");
    }

    @Test
    void closingWaitsForThePartThatIsBeingDoneAndBeginsNoOther() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        Housekeeping housekeeping = start(chore("a", part -> {
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return true;
        }));
        await().until(() -> parts.size() == 1);
        Thread closing = Thread.ofVirtual().start(housekeeping::close);
        await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);

        go.countDown();

        assertThat(closing.join(Duration.ofSeconds(10))).isTrue();
        assertThat(parts).containsExactly("a1");
    }
}
