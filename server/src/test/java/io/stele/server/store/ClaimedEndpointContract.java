package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.connection.NumberStore;
import io.stele.core.delivery.Claim;
import io.stele.core.delivery.DeliveryQueue;
import io.stele.core.delivery.Settlement;
import io.stele.core.message.Message;
import io.stele.core.message.Status;
import java.time.Duration;
import java.util.function.Supplier;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** {@link DeliveryQueue}: an attempt begins only when it is known where it goes. */
public abstract class ClaimedEndpointContract extends DeliveryContract {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    protected ClaimedEndpointContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @Test
    void anotherNodeSendsByAnEndpointThatItHasNotHeardOfYet() {
        try (TestStore other = store.another()) {
            other.get(Directory.class).endpoints(tenant.live());
            Directory directory = store.get(Directory.class);
            Endpoint made = directory.endpointOrSandbox(
                    tenant.live(),
                    Channel.WHATSAPP,
                    new PhoneNumber("+15550199999"),
                    directory.apps(tenant.live()).getFirst().id());
            Message message = traffic.accept(made, Traffic.person(1), "x");

            assertThat(other.get(DeliveryQueue.class).claim(room(10), now(), LEASE))
                    .extracting(DeliveryContract::id, claim -> claim.dispatch().endpoint(), Claim::inDoubt)
                    .containsExactly(Tuple.tuple(message.id(), made, false));
        }
    }

    @Test
    void whatWaitsWhenItsEndpointIsDisconnectedIsClaimedAndCanBeSettledAsFailed() {
        Message message = accept(1);
        store.get(NumberStore.class).disconnect(sms, now());

        Claim claim = claim().getFirst();
        assertThat(id(claim)).isEqualTo(message.id());
        assertThat(claim.dispatch().endpoint().isConnected()).isFalse();
        settle(new Settlement.Failed(claim, UNDELIVERABLE, now()));

        assertThat(found(message).status()).isEqualTo(Status.FAILED);
        assertThat(found(message).failure()).isEqualTo(UNDELIVERABLE);
    }

    @Test
    void aMessageWithoutItsEndpointIsNotBegun() {
        Message message = accept(1);
        store.run("update message set endpoint_id = id");
        assertThat(claim()).isEmpty();
        assertThat(found(message).status()).isEqualTo(Status.QUEUED);
        store.run("update message set endpoint_id = (select id from endpoint where channel = 'SMS' and mode = 'LIVE')");

        later(PAUSE);

        assertThat(claim())
                .extracting(DeliveryContract::id, claim -> claim.dispatch().attempt(), Claim::inDoubt)
                .containsExactly(Tuple.tuple(message.id(), 1, false));
    }
}
