package io.stele.server.store.intake;

import io.stele.core.address.Address;
import io.stele.core.intake.Submission;
import io.stele.core.project.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The people to whom nothing can be accepted just now, since another transaction holds their rows and does not end. For some seconds
 * they are not tried; then each is tried apart from the others until it works, so that nobody else waits with them. Forgetting somebody does
 * no harm.
 */
final class HeldUp {

    /** How long somebody is not tried. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    private static final int MOST = 10_000;

    record Person(Scope scope, Address address) {

        static Person of(Submission submission) {
            return new Person(submission.scope(), submission.draft().to());
        }
    }

    private final Map<Person, Instant> pausedUntil = new ConcurrentHashMap<>();

    /** Whether the person is to be tried apart from the others. */
    boolean has(Person person) {
        return pausedUntil.containsKey(person);
    }

    /** Whether the person is not to be tried now. */
    boolean isPaused(Person person, Instant now) {
        Instant until = pausedUntil.get(person);
        return until != null && now.isBefore(until);
    }

    void add(Person person, Instant now) {
        if (pausedUntil.size() >= MOST) {
            pausedUntil.clear();
        }
        pausedUntil.put(person, now.plus(PAUSE));
    }

    void remove(Person person) {
        pausedUntil.remove(person);
    }
}
