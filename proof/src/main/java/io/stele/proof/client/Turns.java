package io.stele.proof.client;

import io.stele.harness.process.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;

/** What several do at the same time, turn after turn, until they are told to stop. */
final class Turns {

    private static final Duration LONGEST_END = Duration.ofMinutes(2);
    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private volatile boolean stopping;

    /**
     * One more begins.
     *
     * @param turn is told its number, from 0 on
     * @param pause after each
     */
    void start(IntConsumer turn, Duration pause) {
        threads.add(Thread.ofVirtual().start(() -> {
            for (int number = 0; !stopping; number++) {
                turn.accept(number);
                Waiting.pause(pause);
            }
        }));
    }

    /** Nobody begins another turn. */
    void stop() {
        stopping = true;
    }

    /**
     * Nobody begins another turn; returns when the last ones have ended.
     *
     * @param what is waited for
     */
    void end(String what) {
        stop();
        Waiting.until(what, LONGEST_END, INTERVAL, () -> threads.stream().noneMatch(Thread::isAlive));
    }
}
