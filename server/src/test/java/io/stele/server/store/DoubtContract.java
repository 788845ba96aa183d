package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.delivery.Claim;
import io.stele.core.delivery.DeliveryQueue;
import io.stele.core.delivery.FailureFollowUp;
import io.stele.core.delivery.Settlement;
import io.stele.core.message.Message;
import io.stele.core.message.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** {@link DeliveryQueue}: messages of which nobody knows whether the provider has them. */
public abstract class DoubtContract extends DeliveryContract {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration LIFETIME = Duration.ofMinutes(20);

    protected DoubtContract(Supplier<TestStore> opening) {
        super(opening);
    }

    private int giveUp() {
        later(PATIENCE);
        return queue.endDoubts(now(), 100);
    }

    private Settlement sendAgain(Claim claim) {
        return new Settlement.InDoubt(claim, now().plus(PATIENCE), UNKNOWN, claim.queuedAt().plus(LIFETIME));
    }

    @Test
    void whatIsKnownToHaveGoneIsNotDoubted() {
        Message message = accept(1);
        Claim claim = claim().getFirst();
        apply(receipt("p1", message.id(), Status.SENT));

        settle(inDoubt(claim, PATIENCE));

        assertThat(store.number("select count(*) from in_doubt")).isZero();
        assertThat(giveUp()).isZero();
        assertThat(found(message).status()).isEqualTo(Status.SENT);
        assertThat(store.number("select pending from lane")).isZero();
    }

    @Test
    void aDoubtBesideAKnownEndIsDropped() {
        Message message = accept(1);
        settle(sent(claim().getFirst(), "p1"));
        store.run("insert into in_doubt (project_id, message_id, give_up_at, failure)"
                + " select project_id, id, timestamp with time zone '2026-03-02 08:05:00+00', '{\"code\":\"1\",\"title\":\"x\"}' from message");

        assertThat(giveUp()).isZero();

        assertThat(found(message).status()).isEqualTo(Status.SENT);
        assertThat(store.number("select count(*) from in_doubt")).isZero();
    }

    @Test
    void whatIsPutOffUntilItsProviderCanBeAskedStaysInDoubt() {
        accept(1);
        claim();
        later(LEASE);
        settle(new Settlement.Postponed(claim().getFirst(), now().plusSeconds(5)));
        later(Duration.ofSeconds(5));

        assertThat(claim())
                .extracting(claim -> claim.dispatch().attempt(), Claim::inDoubt)
                .containsExactly(Tuple.tuple(3, true));
    }

    @Test
    void whatIsSentAgainGoesToTheEndOfItsLaneAsANewAttempt() {
        Message first = accept(1);
        Message second = accept(1);
        settle(sendAgain(claim().getFirst()));

        assertThat(giveUp()).isEqualTo(1);

        assertThat(found(first).status()).isEqualTo(Status.SENDING);
        assertThat(store.number("select count(*) from in_doubt")).isZero();
        Claim next = claim().getFirst();
        assertThat(id(next)).isEqualTo(second.id());
        settle(sent(next, "p2"));
        assertThat(claim())
                .extracting(DeliveryContract::id, claim -> claim.dispatch().attempt(), Claim::inDoubt, Claim::queuedAt)
                .containsExactly(Tuple.tuple(first.id(), 2, false, first.createdAt()));
    }

    @Test
    void whatIsDoubtedTwiceIsTriedAThirdTimeWhileItsLifetimeLasts() {
        Message message = accept(1);
        for (int attempt = 1; attempt <= 2; attempt++) {
            settle(sendAgain(claim().getFirst()));
            assertThat(giveUp()).isEqualTo(1);
        }

        Claim third = claim().getFirst();
        assertThat(third.dispatch().attempt()).isEqualTo(3);
        settle(sendAgain(third));
        assertThat(giveUp()).isEqualTo(1);
        assertThat(found(message).status()).isEqualTo(Status.FAILED);
        assertThat(found(message).failure()).isEqualTo(UNKNOWN);
        assertThat(claim()).isEmpty();
        assertThat(store.number("select pending from lane")).isZero();
    }

    @Test
    void whatAReceiptToldOfIsNotSentAgain() {
        Message message = accept(1);
        settle(sendAgain(claim().getFirst()));
        apply(receipt("p1", message.id(), Status.SENT));

        assertThat(giveUp()).isZero();

        assertThat(claim()).isEmpty();
        assertThat(found(message).status()).isEqualTo(Status.SENT);
    }

    @Test
    void whatIsSentAgainIsQueuedOnceByManyAtOnce() {
        for (int person = 0; person < 20; person++) {
            accept(person);
        }
        queue.settle(claim().stream().map(this::sendAgain).toList(), FailureFollowUp.NONE, now());
        later(PATIENCE);

        List<Integer> ended = Together.times(6, () -> queue.endDoubts(now(), 100));

        assertThat(ended.stream().mapToInt(Integer::intValue).sum()).isEqualTo(20);
        assertThat(claim()).hasSize(20).extracting(claim -> claim.dispatch().attempt()).containsOnly(2);
        assertThat(store.number("select sum(pending) from lane")).isEqualTo(20);
    }

    @Test
    void doubtsAndReceiptsAtOnceEndWithTheReceipts() {
        for (int round = 0; round < 3; round++) {
            List<Message> messages = new ArrayList<>();
            for (int person = 0; person < 16; person++) {
                messages.add(accept(person));
            }
            List<Callable<Object>> works = new ArrayList<>();
            for (Claim claim : claim()) {
                works.add(() -> {
                    settle(inDoubt(claim, PATIENCE));
                    return claim;
                });
                works.add(() -> {
                    apply(receipt("name of " + id(claim).value(), id(claim), Status.SENT));
                    return claim;
                });
            }
            Collections.shuffle(works);

            Together.all(works);

            assertThat(store.number("select count(*) from in_doubt")).isZero();
            assertThat(giveUp()).isZero();
            assertThat(messages).allSatisfy(message -> assertThat(found(message).status()).isEqualTo(Status.SENT));
        }
    }
}
