package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.delivery.Claim;
import io.stele.core.delivery.DeliveryQueue;
import io.stele.core.delivery.FailureFollowUp;
import io.stele.core.delivery.Settlement;
import io.stele.core.inbound.InboundStore;
import io.stele.core.inbound.Receipt;
import io.stele.core.intake.Submission;
import io.stele.core.message.Json;
import io.stele.core.message.Status;
import io.stele.core.message.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A PostgreSQL that has not looked at its tables by itself yet: a message costs no more when there are many than when there are few. */
class FreshDatabaseTest {

    private static final int BATCHES = 40;
    private static final int BATCH = 64;
    private static final int PEOPLE = 1_000;
    private static final Duration LEASE = Duration.ofSeconds(30);

    /** Rows that are read in tables to accept a message, claim it, settle it and merge a receipt; small tables are read whole. */
    private static final long MOST_READ = 500;

    @Test
    void whatAMessageCostsDoesNotGrow() {
        try (TestStore store = PostgresDatabases.open()) {
            leaveToStele(store);
            Endpoint sms = Tenant.found(store).endpoint(Channel.SMS);
            Statistics statistics = store.get(Statistics.class);

            for (int batch = 0; batch < BATCHES; batch++) {
                send(store, sms, batch);
                if (batch % 4 == 0) {
                    lookAtTables(store, statistics);
                }
            }

            assertThat(store.rowsRead() / (BATCHES * BATCH)).isBetween(10L, MOST_READ);
        }
    }

    private static void send(TestStore store, Endpoint sms, int batch) {
        DeliveryQueue queue = store.get(DeliveryQueue.class);
        Traffic traffic = new Traffic(store);
        Instant now = store.clock().instant();
        List<Submission> submissions = IntStream.range(0, BATCH)
                .mapToObj(i -> traffic.submission(sms, Traffic.person((batch * BATCH + i) * 7 % PEOPLE), Text.of("x")))
                .toList();
        traffic.write(submissions);
        List<Claim> claims = queue.claim(DeliveryContract.room(BATCH), now, LEASE);
        queue.settle(
                claims.stream()
                        .<Settlement>map(claim -> new Settlement.Sent(claim, name(claim), now))
                        .toList(), FailureFollowUp.NONE,
                now);
        store.get(InboundStore.class)
                .apply(
                        claims.stream()
                                .map(claim -> new Receipt(sms.id(), name(claim), null, Status.DELIVERED, null, now, Json.Members.EMPTY))
                                .toList(),
                        FailureFollowUp.NONE,
                        now);
    }

    private static String name(Claim claim) {
        return "name of " + claim.dispatch().message().id().value();
    }

    /** The server looks at its tables once a minute by itself, which is not to be waited for, nor to come in between. */
    private static void leaveToStele(TestStore store) {
        store.tables().forEach(table -> store.run("alter table " + table + " set (autovacuum_enabled = false)"));
    }

    private static void lookAtTables(TestStore store, Statistics statistics) {
        boolean more;
        do {
            more = statistics.doPart(store.clock().instant());
        } while (more);
    }

    @Test
    void aTableIsLookedAtAgainWhenItHasGrown() {
        try (TestStore store = PostgresDatabases.open()) {
            leaveToStele(store);
            Statistics statistics = store.get(Statistics.class);
            Endpoint sms = Tenant.found(store).endpoint(Channel.SMS);
            assertThat(statistics.doPart(store.clock().instant())).isFalse();
            send(store, sms, 0);
            lookAtTables(store, statistics);
            long first = store.number("select reltuples from pg_class where relname = 'message'");

            for (int batch = 1; batch < 10; batch++) {
                send(store, sms, batch);
            }

            assertThat(first).isEqualTo(BATCH);
            // The server counts what a session has written when the session says so, which may be some time after it wrote.
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                lookAtTables(store, statistics);
                assertThat(store.number("select reltuples from pg_class where relname = 'message'")).isEqualTo(10L * BATCH);
            });
        }
    }
}
