package io.stele.server.worker;

import io.stele.core.housekeeping.Chore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does chores until closed: each at once, and again whenever its rest is over; of those that are due, by turns a part. */
final class Housekeeping implements AutoCloseable {

    /** Between two parts, so that the others who use the database have their turn. */
    private static final Duration BREATH = Duration.ofMillis(10);

    private static final Duration LOOK = Duration.ofMillis(500);

    /** The longest rest of a chore that has failed. */
    private static final Duration SULK = Duration.ofMinutes(1);

    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final List<Turn> turns;
    private final InstantSource clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /** Touched by the thread only. */
    private static final class Turn {
        private final Chore chore;
        private final Consumer<Throwable> onFault;
        private Instant due = Instant.MIN;

        Turn(Chore chore, Consumer<Throwable> onFault) {
            this.chore = chore;
            this.onFault = onFault;
        }

        /** Does a part. @return whether the chore is due again at once */
        boolean take(Instant now) {
            try {
                if (chore.doPart(now)) {
                    return true;
                }
                due = now.plus(chore.rest());
            } catch (RuntimeException | Error e) {
                onFault.accept(e);
                due = now.plus(chore.rest().compareTo(SULK) < 0 ? chore.rest() : SULK);
            }
            return false;
        }
    }

    /** Starts at once. {@code faults} names for each chore who hears of what goes wrong with it; the work goes on. */
    Housekeeping(Collection<Chore> chores, InstantSource clock, Function<Chore, Consumer<Throwable>> faults) {
        this.turns = chores.stream().map(chore -> new Turn(chore, faults.apply(chore))).toList();
        this.clock = clock;
        this.thread = Thread.ofPlatform().daemon().name("housekeeping").start(this::run);
    }

    /** Begins nothing more, and waits for what is being done. What is left is done by the next one. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(CLOSING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            boolean more;
            do {
                more = takeTurns();
            } while (!closed.await((more ? BREATH : LOOK).toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean takeTurns() {
        boolean more = false;
        for (Turn turn : turns) {
            Instant now = clock.instant();
            if (closed.getCount() > 0 && !now.isBefore(turn.due)) {
                more |= turn.take(now);
            }
        }
        return more;
    }
}
