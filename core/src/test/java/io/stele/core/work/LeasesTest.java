package io.stele.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stele.core.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LeasesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final SettableClock clock = new SettableClock(NOW);
    private final List<List<String>> renewals = new CopyOnWriteArrayList<>();
    private final Set<String> lost = ConcurrentHashMap.newKeySet();
    private final AtomicInteger failures = new AtomicInteger();
    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private final Leases<String> leases = new Leases<>("test", LEASE, this::renew, clock, faults::add);

    private List<String> renew(List<String> claims, Instant until) {
        assertThat(until).isEqualTo(clock.instant().plus(LEASE));
        if (failures.getAndUpdate(times -> Math.max(0, times - 1)) > 0) {
            throw new IllegalStateException("the store is away");
        }
        renewals.add(claims.stream().sorted().toList());
        return claims.stream().filter(claim -> !lost.contains(claim)).toList();
    }

    @AfterEach
    void stop() {
        leases.close();
    }

    private Leases.Held<String> hold(String claim) {
        return leases.hold(claim, clock.instant().plus(LEASE));
    }

    @Test
    void aClaimIsRenewedOnceAThirdOfItsLeaseIsOver() {
        Leases.Held<String> early = hold("early");
        clock.advance(Duration.ofSeconds(1));
        Leases.Held<String> late = hold("late");

        clock.advance(Duration.ofSeconds(9));

        await().until(() -> early.heldUntil().equals(NOW.plusSeconds(40)));
        assertThat(late.heldUntil()).isEqualTo(NOW.plusSeconds(31));
        clock.advance(Duration.ofSeconds(1));
        await().until(() -> late.heldUntil().equals(NOW.plusSeconds(41)));
        assertThat(renewals).containsExactly(List.of("early"), List.of("late"));
    }

    @Test
    void whatIsDoneWithIsNotRenewed() {
        leases.release(hold("done"));
        Leases.Held<String> other = hold("other");

        clock.advance(LEASE);

        await().until(() -> other.heldUntil().equals(NOW.plusSeconds(60)));
        assertThat(renewals).containsExactly(List.of("other"));
    }

    @Test
    void whatAnotherHasIsNotRenewedAgain() {
        lost.add("lost");
        Leases.Held<String> mine = hold("mine");
        Leases.Held<String> taken = hold("lost");
        clock.advance(LEASE.dividedBy(2));
        await().until(() -> mine.heldUntil().equals(NOW.plusSeconds(45)));

        clock.advance(LEASE.dividedBy(2));

        await().until(() -> mine.heldUntil().equals(NOW.plusSeconds(60)));
        assertThat(taken.heldUntil()).isEqualTo(NOW.plus(LEASE));
        assertThat(renewals).containsExactly(List.of("lost", "mine"), List.of("mine"));
    }

    @Test
    void whatCannotBeRenewedIsTriedAgainAndIsNotTakenForRenewed() {
        failures.set(1);
        Leases.Held<String> claim = hold("one");
        clock.advance(LEASE.dividedBy(2));
        await().until(() -> faults.size() == 1);

        await().until(() -> claim.heldUntil().equals(NOW.plusSeconds(45)));

        assertThat(faults).singleElement().satisfies(fault -> assertThat(fault).hasMessage("the store is away"));
    }
}
