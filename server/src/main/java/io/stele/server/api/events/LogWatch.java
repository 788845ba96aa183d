package io.stele.server.api.events;

import io.stele.core.event.EventLog;
import io.stele.core.project.Scope;
import io.stele.server.store.sql.Signal;
import io.stele.server.store.sql.Signals;
import io.stele.server.worker.FaultLog;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/**
 * Tells the readers of this node how far their logs go. One question to the database serves them all: at once when this node gave events
 * their positions, and five times a second for what other nodes did. Nobody reads, nothing is asked.
 */
@Singleton
final class LogWatch {

    private static final long LOOK_MILLIS = 200;

    /** Between two looks, however much happens. */
    private static final long BREATH_MILLIS = 10;

    private final EventLog log;
    private final Consumer<Throwable> onFault;
    private final Runnable deafness;
    private final Semaphore news = new Semaphore(0);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<Scope, Set<OpenReader>> readers = new HashMap<>();

    LogWatch(EventLog log, Signals signals, InstantSource clock) {
        this.log = log;
        this.onFault = new FaultLog(LoggerFactory.getLogger(LogWatch.class), "Watching the event logs", clock);
        this.deafness = signals.listen(Signal.EVENTS_NUMBERED, this::wake);
        Thread.ofPlatform().daemon().name("event-log-watch").start(this::run);
    }

    /** Tells the reader from now on how far the log goes, the first time at once. @return ends it */
    Runnable watch(Scope scope, OpenReader reader) {
        synchronized (readers) {
            readers.computeIfAbsent(scope, _ -> new LinkedHashSet<>()).add(reader);
            readers.notifyAll();
        }
        wake();
        return () -> leave(scope, reader);
    }

    private void leave(Scope scope, OpenReader reader) {
        synchronized (readers) {
            readers.computeIfPresent(scope, (_, some) -> some.remove(reader) && some.isEmpty() ? null : some);
        }
    }

    private void wake() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    @PreDestroy
    void close() {
        deafness.run();
        closed.countDown();
        wake();
        synchronized (readers) {
            readers.notifyAll();
        }
    }

    private void run() {
        try {
            while (closed.getCount() > 0) {
                look(watched());
                if (closed.await(BREATH_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
                if (news.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until somebody reads. */
    private Set<Scope> watched() throws InterruptedException {
        synchronized (readers) {
            while (readers.isEmpty() && closed.getCount() > 0) {
                readers.wait();
            }
            return Set.copyOf(readers.keySet());
        }
    }

    private void look(Set<Scope> scopes) {
        try {
            tell(log.ends(scopes));
        } catch (RuntimeException | Error e) {
            onFault.accept(e);
        }
    }

    private void tell(Map<Scope, Long> ends) {
        synchronized (readers) {
            ends.forEach((scope, end) -> readers.getOrDefault(scope, Set.of()).forEach(reader -> reader.grownTo(end)));
        }
    }
}
