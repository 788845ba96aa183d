package io.stele.server.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stele.core.time.SettableClock;
import io.stele.core.webhook.FanOut;
import io.stele.core.webhook.FanOutStore;
import io.stele.core.webhook.WebhookFlavours;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FanOutWorkerTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final SettableClock clock = new SettableClock(START);
    private final Log log = new Log();
    private final AtomicInteger told = new AtomicInteger();
    private final List<Throwable> faults = new CopyOnWriteArrayList<>();

    @Test
    void tellsAllThereIsAndSaysSoEachTime() {
        log.untold.set(3);
        try (FanOutWorker _ = start()) {
            await().until(() -> log.untold.get() == 0 && told.get() == 3);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void tellsAtOnceWhatItIsToldOf() {
        try (FanOutWorker worker = start()) {
            long begun = System.nanoTime();
            for (int i = 1; i <= 20; i++) {
                int expected = i;
                log.untold.set(1);
                worker.wake();
                await().pollInterval(Duration.ofMillis(2)).until(() -> told.get() == expected);
            }
            // without being told, each would wait for the next look, which comes twice a second
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void tellsABufferWhenItIsDue() {
        log.buffer = START.plusSeconds(5);
        try (FanOutWorker worker = start()) {
            await().during(Duration.ofMillis(200)).until(() -> told.get() == 0);

            clock.advance(Duration.ofSeconds(5));
            worker.wake();

            await().until(() -> told.get() == 1);
        }
    }

    @Test
    void goesOnAfterAFault() {
        log.failures.set(2);
        log.untold.set(1);
        try (FanOutWorker _ = start()) {
            await().until(() -> told.get() == 1);
        }
        assertThat(faults).hasSize(2).allSatisfy(fault -> assertThat(fault).hasMessage("the store is away"));
    }

    @Test
    void tellsNothingMoreWhenClosed() {
        FanOutWorker worker = start();
        worker.close();
        log.untold.set(1);

        worker.wake();

        await().during(Duration.ofMillis(700)).atMost(Duration.ofSeconds(5)).until(() -> log.untold.get() == 1);
    }

    private FanOutWorker start() {
        // nothing is made of events here, so that the flavours are not asked
        WebhookFlavours none = new WebhookFlavours(null, null, null, null);
        return new FanOutWorker(new FanOut(log, none, (_, _, fault) -> faults.add(fault)), log, told::incrementAndGet, clock, faults::add);
    }

    /** So many events that were not told, and one buffer. */
    private static final class Log implements FanOutStore {

        private final AtomicInteger untold = new AtomicInteger();
        private final AtomicInteger failures = new AtomicInteger();
        private volatile Instant buffer = Instant.MAX;

        @Override
        public int tellNext(int limit, Telling telling) {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("the store is away");
            }
            return untold.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? 1 : 0;
        }

        @Override
        public int flushBuffers(Instant now, int limit, Batching batching) {
            if (now.isBefore(buffer)) {
                return 0;
            }
            buffer = Instant.MAX;
            return 1;
        }

        @Override
        public int tellSilences(Instant now, int limit, SilenceTelling telling) {
            return 0;
        }

        @Override
        public Optional<Instant> nextDue() {
            return Optional.of(buffer).filter(due -> !due.equals(Instant.MAX));
        }
    }
}
