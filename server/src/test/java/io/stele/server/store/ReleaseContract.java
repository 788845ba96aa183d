package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.delivery.Claim;
import io.stele.core.delivery.DeliveryQueue;
import io.stele.core.delivery.Settlement;
import io.stele.core.message.Message;
import io.stele.core.message.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** {@link DeliveryQueue}: for how long lanes are held, and how they are given back. */
public abstract class ReleaseContract extends DeliveryContract {

    protected ReleaseContract(Supplier<TestStore> opening) {
        super(opening);
    }

    private void release(Claim claim) {
        settle(new Settlement.Released(claim, now()));
    }

    @Test
    void aLeaseBeginsWhenTheLanesAreLocked() {
        Instant asked = now();
        accept(1);
        later(Duration.ofSeconds(20));

        Claim claim = queue.claim(room(10), asked, LEASE).getFirst();

        assertThat(claim.heldUntil()).isEqualTo(now().plus(LEASE));
        later(LEASE.minusMillis(1));
        assertThat(claim()).isEmpty();
        later(Duration.ofMillis(1));
        assertThat(claim()).hasSize(1);
    }

    @Test
    void aLeaseThatIsRenewedHoldsOn() {
        Message message = accept(1);
        Claim claim = claim().getFirst();
        later(LEASE.minusMillis(1));

        assertThat(queue.renew(List.of(claim), now().plus(LEASE))).containsExactly(claim);

        later(LEASE.minusMillis(1));
        assertThat(claim()).isEmpty();
        settle(sent(claim, "p1"));
        assertThat(found(message).status()).isEqualTo(Status.SENT);
    }

    @Test
    void whatAnotherHasOrIsDoneWithIsNotRenewed() {
        accept(1);
        Claim lost = claim().getFirst();
        later(LEASE);
        Claim second = claim().getFirst();
        accept(2);
        Claim done = claim().getFirst();
        settle(sent(done, "p2"));

        assertThat(queue.renew(List.of(lost, second, done), now().plus(LEASE.multipliedBy(2)))).containsExactly(second);

        later(LEASE);
        assertThat(claim()).isEmpty();
        later(LEASE);
        assertThat(claim()).extracting(claim -> claim.dispatch().attempt()).containsExactly(3);
    }

    @Test
    void whatIsReleasedIsAsThoughItHadNeverBeenClaimed() {
        Message message = accept(1);
        release(claim().getFirst());

        assertThat(claim())
                .extracting(DeliveryContract::id, claim -> claim.dispatch().attempt(), Claim::inDoubt, Claim::queuedAt)
                .containsExactly(Tuple.tuple(message.id(), 1, false, message.createdAt()));
    }

    @Test
    void theReleaseOfADoubtfulMessageLeavesItInDoubt() {
        accept(1);
        claim();
        later(LEASE);
        release(claim().getFirst());

        assertThat(claim())
                .extracting(claim -> claim.dispatch().attempt(), Claim::inDoubt)
                .containsExactly(Tuple.tuple(2, true));
    }

    @Test
    void whatIsReleasedForLaterWaitsAndNothingOvertakesIt() {
        Message first = accept(1);
        accept(1);
        settle(new Settlement.Released(claim().getFirst(), now().plusSeconds(10)));

        assertThat(claim()).isEmpty();
        assertThat(queue.nextDue(now(), Set.of())).contains(now().plusSeconds(10));
        later(Duration.ofSeconds(10));
        assertThat(claim()).extracting(DeliveryContract::id).containsExactly(first.id());
        assertThat(store.number("select pending from lane")).isEqualTo(2);
    }

    @Test
    void theReleaseOfALostLaneIsVoid() {
        accept(1);
        Claim lost = claim().getFirst();
        later(LEASE);
        claim();

        release(lost);

        assertThat(claim()).isEmpty();
        later(LEASE);
        assertThat(claim()).extracting(claim -> claim.dispatch().attempt()).containsExactly(3);
    }
}
