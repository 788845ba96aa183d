package io.stele.core.identity;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Makes KSUIDs. Those of one generator sort strictly in the order in which they were made, also within one tick of the
 * clock and when the clock steps back; 96 bits of each are random, so that none can be guessed. Safe for concurrent use.
 */
public final class KsuidGenerator {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    /** A clock that shows a time before the epoch starts at it: what is earlier has no place in a KSUID. */
    private static final long BEFORE_THE_FIRST = -1;

    private static final long LAST_SECOND = 0xFFFF_FFFFL;

    private final InstantSource clock;
    private final RandomGenerator random;
    private final AtomicLong last = new AtomicLong(BEFORE_THE_FIRST);

    /** A generator on the given clock, with a secure source of randomness. */
    public KsuidGenerator(InstantSource clock) {
        this(clock, new SecureRandom());
    }

    KsuidGenerator(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** A new identifier, greater than every one that this generator made before. */
    public Ksuid next() {
        Instant now = clock.instant();
        long tick = (now.getEpochSecond() - Ksuid.EPOCH_SECOND) * NANOS_PER_SECOND + now.getNano();
        long mine = last.accumulateAndGet(tick, (before, current) -> Math.max(before + 1, current));
        int seconds = (int) Math.floorDiv(mine, NANOS_PER_SECOND);
        long nanos = Math.floorMod(mine, NANOS_PER_SECOND);
        long high = nanos << 32 | random.nextInt() & 0xFFFF_FFFFL;
        return new Ksuid(seconds, high, random.nextLong());
    }

    /** What no generator whose clock shows this moment, or a later one, makes anything less than. */
    public static Ksuid earliest(Instant moment) {
        return at(moment, 0, 0);
    }

    /** What no generator whose clock shows this moment, or an earlier one, makes anything greater than, unless it makes more than one each nanosecond. */
    public static Ksuid latest(Instant moment) {
        return at(moment, 0xFFFF_FFFFL, -1);
    }

    private static Ksuid at(Instant moment, long high, long low) {
        long seconds = moment.getEpochSecond() - Ksuid.EPOCH_SECOND;
        return seconds < 0
                ? new Ksuid(0, 0, 0)
                : seconds > LAST_SECOND
                        ? new Ksuid(-1, -1, -1)
                        : new Ksuid((int) seconds, (long) moment.getNano() << 32 | high, low);
    }
}
