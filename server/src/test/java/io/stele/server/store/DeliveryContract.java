package io.stele.server.store;

import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.delivery.Claim;
import io.stele.core.delivery.DeliveryQueue;
import io.stele.core.delivery.FailureFollowUp;
import io.stele.core.delivery.Room;
import io.stele.core.delivery.Settlement;
import io.stele.core.inbound.InboundStore;
import io.stele.core.inbound.Receipt;
import io.stele.core.message.Failure;
import io.stele.core.message.Json;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageLog;
import io.stele.core.message.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of {@link DeliveryQueue} stand on: messages that wait to go out by SMS, and what becomes of them. */
public abstract class DeliveryContract extends StoreContract {

    static final Duration LEASE = Duration.ofSeconds(30);
    static final Failure UNDELIVERABLE = new Failure("131026", "Message undeliverable", null);
    static final Failure UNKNOWN = new Failure("OUTCOME_UNKNOWN", "Nobody said", null);

    DeliveryQueue queue;
    InboundStore inbox;
    Traffic traffic;
    Endpoint sms;

    DeliveryContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void ports() {
        queue = store.get(DeliveryQueue.class);
        inbox = store.get(InboundStore.class);
        traffic = new Traffic(store);
        sms = tenant.endpoint(Channel.SMS);
    }

    Instant now() {
        return store.clock().instant();
    }

    void later(Duration time) {
        store.clock().advance(time);
    }

    Message accept(int person) {
        return traffic.accept(sms, Traffic.person(person), "x");
    }

    Message found(Message message) {
        return store.get(MessageLog.class).message(message.scope(), message.id()).orElseThrow();
    }

    List<Claim> claim() {
        return queue.claim(room(100), now(), LEASE);
    }

    /** Room for so many lanes, of whatever endpoints. */
    static Room room(int most) {
        return new Room(most, 4 * most, Map.of(), Set.of());
    }

    void settle(Settlement... settlements) {
        queue.settle(List.of(settlements), FailureFollowUp.NONE, now());
    }

    Settlement.Sent sent(Claim claim, String provider) {
        return new Settlement.Sent(claim, provider, now());
    }

    Settlement.InDoubt inDoubt(Claim claim, Duration patience) {
        return new Settlement.InDoubt(claim, now().plus(patience), UNKNOWN, null);
    }

    Receipt receipt(String provider, @Nullable MessageId echo, Status status) {
        return new Receipt(sms.id(), provider, echo, status, status == Status.FAILED ? UNDELIVERABLE : null, now(), Json.Members.EMPTY);
    }

    void apply(Receipt... receipts) {
        inbox.apply(List.of(receipts), FailureFollowUp.NONE, now());
    }

    static MessageId id(Claim claim) {
        return claim.dispatch().message().id();
    }
}
