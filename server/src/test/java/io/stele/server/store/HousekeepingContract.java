package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.adapters.connector.sandbox.SandboxLedger;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.delivery.Claim;
import io.stele.core.delivery.DeliveryQueue;
import io.stele.core.delivery.FailureFollowUp;
import io.stele.core.delivery.Settlement;
import io.stele.core.housekeeping.Chore;
import io.stele.core.inbound.InboundStore;
import io.stele.core.inbound.Receipt;
import io.stele.core.intake.IdempotencyKey;
import io.stele.core.intake.Submission;
import io.stele.core.intake.Verdict;
import io.stele.core.message.Json;
import io.stele.core.message.Message;
import io.stele.core.message.MessageLog;
import io.stele.core.message.Status;
import io.stele.core.message.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The store's {@link Chore}s: what is of no use any more goes, and nothing else. */
public abstract class HousekeepingContract extends StoreContract {

    private static final Duration WEEK = Duration.ofDays(7);

    private Traffic traffic;
    private Endpoint sms;

    protected HousekeepingContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void ports() {
        traffic = new Traffic(store);
        sms = tenant.endpoint(Channel.SMS);
    }

    private Instant now() {
        return store.clock().instant();
    }

    private long rows(String table) {
        return store.number("select count(*) from " + table);
    }

    private void keepHouse() {
        for (Chore chore : store.all(Chore.class)) {
            boolean more;
            do {
                more = chore.doPart(now());
            } while (more);
        }
    }

    private Submission keyed(String key) {
        return traffic.submission(sms, Traffic.person(1), Text.of("x"), new IdempotencyKey(key, "fingerprint"));
    }

    private void report(String name, Status status) {
        store.get(InboundStore.class)
                .apply(List.of(new Receipt(sms.id(), name, null, status, null, now(), Json.Members.EMPTY)), FailureFollowUp.NONE, now());
    }

    private Message sent(String name) {
        Message message = traffic.accept(sms, Traffic.person(1), "x");
        store.get(DeliveryQueue.class).settle(List.of(new Settlement.Sent(claim(), name, now())), FailureFollowUp.NONE, now());
        return found(message);
    }

    private Claim claim() {
        return store.get(DeliveryQueue.class).claim(DeliveryContract.room(1), now(), Duration.ofSeconds(30)).getFirst();
    }

    private Message found(Message message) {
        return store.get(MessageLog.class).message(tenant.live(), message.id()).orElseThrow();
    }

    @Test
    void anIdempotencyKeyIsRememberedForAWeek() {
        Submission first = keyed("k");
        traffic.write(first);
        store.clock().advance(WEEK);
        keepHouse();
        assertThat(traffic.write(keyed("k")).getFirst()).isInstanceOf(Verdict.Repeated.class);
        store.clock().advance(Duration.ofMillis(1));

        keepHouse();

        assertThat(traffic.write(keyed("k")).getFirst()).isInstanceOf(Verdict.Accepted.class);
        assertThat(rows("message")).isEqualTo(2);
    }

    @Test
    void aReceiptOfAMessageThatNobodyKnowsWaitsForAWeek() {
        report("unknown", Status.DELIVERED);
        store.clock().advance(WEEK);
        keepHouse();
        assertThat(rows("pending_receipt")).isEqualTo(1);
        assertThat(rows("provider_name")).isEqualTo(1);
        store.clock().advance(Duration.ofMillis(1));

        keepHouse();
        // A name may have its turn before the receipts that wait under it.
        keepHouse();

        assertThat(rows("pending_receipt")).isZero();
        assertThat(rows("provider_name")).isZero();
        assertThat(sent("unknown").status()).isEqualTo(Status.SENT);
    }

    @Test
    void aNameUnderWhichAYoungerReceiptWaitsIsKept() {
        report("unknown", Status.SENT);
        store.clock().advance(Duration.ofDays(5));
        report("unknown", Status.DELIVERED);
        store.clock().advance(Duration.ofDays(5));

        keepHouse();

        assertThat(rows("pending_receipt")).isEqualTo(1);
        assertThat(sent("unknown").status()).isEqualTo(Status.DELIVERED);
    }

    @Test
    void aMessagesNameIsKeptForEver() {
        report("early", Status.SENT);
        sent("early");
        sent("later");
        store.clock().advance(Duration.ofDays(400));

        keepHouse();

        assertThat(rows("provider_name")).isEqualTo(2);
        assertThat(store.get(MessageLog.class).messageOfProvider(tenant.live(), "early")).isPresent();
    }

    @Test
    void theSandboxForgetsAfterAWeek() {
        SandboxLedger ledger = store.get(SandboxLedger.class);
        ledger.take(sms, traffic.newId(), "p1", List.of(), now());
        ledger.countTry(sms, traffic.newId(), now());
        store.clock().advance(WEEK);
        ledger.take(sms, traffic.newId(), "p2", List.of(), now());
        ledger.countTry(sms, traffic.newId(), now());
        store.clock().advance(Duration.ofMillis(1));

        keepHouse();

        assertThat(store.column("select provider_message_id from sandbox_entry")).containsExactly("p2");
        assertThat(rows("sandbox_try")).isEqualTo(1);
    }

    @Test
    void muchIsDeletedInParts() {
        traffic.write(IntStream.range(0, 1_100).mapToObj(i -> keyed("k" + i)).toList());
        store.clock().advance(WEEK.plusMillis(1));
        Chore keys = store.all(Chore.class).stream()
                .filter(chore -> chore.name().contains("idempotency"))
                .findFirst()
                .orElseThrow();

        assertThat(keys.doPart(now())).isTrue();
        assertThat(rows("idempotency")).isEqualTo(600);
        assertThat(keys.doPart(now())).isTrue();
        assertThat(keys.doPart(now())).isFalse();
        assertThat(rows("idempotency")).isZero();
    }

    @Test
    void manyNodesAtOnceDeleteEachRowOnce() {
        traffic.write(IntStream.range(0, 1_100).mapToObj(i -> keyed("k" + i)).toList());
        store.clock().advance(WEEK.plusMillis(1));

        Together.times(6, () -> {
            keepHouse();
            return sms;
        });

        assertThat(rows("idempotency")).isZero();
    }

    /** The name is found to be there, and is gone when it is to be locked. */
    @Test
    void aNameThatIsDeletedWhileItIsClaimedIsClaimedAnew() {
        report("unknown", Status.SENT);
        Message message = traffic.accept(sms, Traffic.person(1), "x");
        Claim claim = claim();
        TestStore.Held deletion = store.hold("delete from provider_name where provider_message_id = 'unknown'");

        Together.whileItWaits(
                store,
                () -> {
                    store.get(DeliveryQueue.class).settle(List.of(new Settlement.Sent(claim, "unknown", now())), FailureFollowUp.NONE, now());
                    return claim;
                },
                deletion::close);

        assertThat(found(message).providerMessageId()).isEqualTo("unknown");
        assertThat(store.get(MessageLog.class).messageOfProvider(tenant.live(), "unknown")).isPresent();
    }
}
