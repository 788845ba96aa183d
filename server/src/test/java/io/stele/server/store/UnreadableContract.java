package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.delivery.Claim;
import io.stele.core.delivery.DeliveryQueue;
import io.stele.core.message.Message;
import io.stele.core.message.Status;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** {@link DeliveryQueue}: a row that cannot be read holds up itself only. */
public abstract class UnreadableContract extends DeliveryContract {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    protected UnreadableContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @Test
    void anUnreadableMessageHoldsUpItsOwnLaneOnly() {
        Message bad = accept(1);
        Message good = accept(2);
        store.run("update message set content = '?' where to_address = '" + bad.to().value() + "'");

        assertThat(claim()).extracting(DeliveryContract::id).containsExactly(good.id());

        assertThat(claim()).isEmpty();
        assertThat(queue.nextDue(now(), Set.of())).contains(now().plus(PAUSE));
    }

    @Test
    void aMessageThatCanBeReadAgainIsSentAsThoughNothingHadBeen() {
        Message message = accept(1);
        store.run("update message set content = '?' || content");
        claim();
        store.run("update message set content = substring(content from 2)");
        later(PAUSE);

        assertThat(claim())
                .extracting(DeliveryContract::id, claim -> claim.dispatch().attempt(), Claim::inDoubt)
                .containsExactly(Tuple.tuple(message.id(), 1, false));
    }

    @Test
    void anUnreadableDoubtHoldsUpNoOther() {
        Message bad = accept(1);
        Message good = accept(2);
        for (Claim claim : claim()) {
            settle(inDoubt(claim, Duration.ZERO));
        }
        store.run("update in_doubt set failure = '?' where message_id = (select id from message where to_address = '"
                + bad.to().value() + "')");

        assertThat(queue.endDoubts(now(), 10)).isEqualTo(1);

        assertThat(found(good).status()).isEqualTo(Status.FAILED);
        assertThat(found(bad).status()).isEqualTo(Status.SENDING);
        assertThat(queue.endDoubts(now(), 10)).isZero();
        store.run("update in_doubt set failure = '{\"code\":\"1\",\"title\":\"x\"}'");
        later(PAUSE);
        assertThat(queue.endDoubts(now(), 10)).isEqualTo(1);
        assertThat(found(bad).status()).isEqualTo(Status.FAILED);
    }
}
