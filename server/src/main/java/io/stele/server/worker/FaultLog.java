package io.stele.server.worker;

import io.stele.server.store.DatabaseFault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;

/**
 * Logs what goes wrong again and again, in a worker or when the database is away: kinds of exceptions and SQL states, but not their messages, in
 * which a database may quote a row. The same fault is logged once a minute. The whole of it stands in the log at debug level.
 */
public final class FaultLog implements Consumer<Throwable> {

    private static final Duration SILENCE = Duration.ofMinutes(1);

    /** So many kinds of faults are kept in mind. */
    private static final int MOST = 20;

    private final Logger log;
    private final String work;
    private final InstantSource clock;
    private final Map<String, Instant> silentUntil = new HashMap<>();

    /** @param work what is being done, for people */
    public FaultLog(Logger log, String work, InstantSource clock) {
        this.log = log;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public void accept(Throwable fault) {
        log.debug("{} failed", work, fault);
        String description = DatabaseFault.describe(fault);
        if (isNews(description)) {
            log.warn("{} failed and goes on: {}", work, description);
        }
    }

    private synchronized boolean isNews(String description) {
        Instant now = clock.instant();
        silentUntil.values().removeIf(until -> !now.isBefore(until));
        if (silentUntil.size() >= MOST && !silentUntil.containsKey(description)) {
            silentUntil.clear();
        }
        return silentUntil.putIfAbsent(description, now.plus(SILENCE)) == null;
    }
}
