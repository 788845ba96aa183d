package io.stele.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class KsuidGeneratorTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:15:00.123456789Z");

    private final SettableClock clock = new SettableClock(NOW);
    private final KsuidGenerator generator = new KsuidGenerator(clock);

    @Test
    void anIdentifierTellsTheSecondInWhichItWasMade() {
        assertThat(generator.next().second()).isEqualTo(Instant.parse("2026-03-02T08:15:00Z"));
    }

    @Test
    void identifiersIncreaseWhileTheClockStandsStill() {
        assertIncreasing(made(10_000));
    }

    @Test
    void identifiersIncreaseWhenTheClockStepsBack() {
        List<Ksuid> ids = made(100);
        clock.advance(Duration.ofHours(-3));
        ids.addAll(made(100));
        clock.advance(Duration.ofHours(3).plusNanos(1));
        ids.addAll(made(100));

        assertIncreasing(ids);
    }

    @Test
    void identifiersIncreaseOverTheTurnOfASecond() {
        clock.set(Instant.parse("2026-03-02T08:15:00.999999999Z"));

        assertIncreasing(made(10));
    }

    @Test
    void identifiersIncreaseWhenTheClockIsSetRightAfterItBeganBeforeTheEpoch() {
        clock.set(Instant.EPOCH);
        List<Ksuid> ids = made(100);
        clock.set(NOW);
        ids.addAll(made(100));

        assertIncreasing(ids);
    }

    @Test
    void identifiersOfManyThreadsAreAllDifferentAndEachThreadSeesItsOwnIncrease() throws Exception {
        List<Future<List<Ksuid>>> threads = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                threads.add(executor.submit(() -> made(5_000)));
            }
        }
        Set<Ksuid> all = new HashSet<>();
        for (Future<List<Ksuid>> thread : threads) {
            assertIncreasing(thread.get());
            all.addAll(thread.get());
        }

        assertThat(all).hasSize(40_000);
    }

    @Test
    void twoGeneratorsOfOneMomentDoNotAgree() {
        assertThat(new KsuidGenerator(clock).next()).isNotEqualTo(new KsuidGenerator(clock).next());
    }

    private List<Ksuid> made(int count) {
        List<Ksuid> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(generator.next());
        }
        return ids;
    }

    private static void assertIncreasing(List<Ksuid> ids) {
        for (int i = 1; i < ids.size(); i++) {
            assertThat(ids.get(i)).isGreaterThan(ids.get(i - 1));
        }
    }
}
