package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Endpoint;
import io.stele.core.inbound.InboundStore;
import io.stele.core.intake.Submission;
import io.stele.core.intake.Verdict;
import io.stele.core.message.Message;
import io.stele.core.message.Text;
import io.stele.core.refusal.Rejection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A transaction that has locked somebody's row and does not end: it stops nobody but those who need that row, and them not for ever. */
@Timeout(60)
public abstract class StuckRowContract extends StoreContract {

    private static final PhoneNumber ANA = Traffic.person(1);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Verdict BUSY = new Verdict.Refused(new Rejection.Overloaded(PAUSE));

    /** Waiting for the row is over after two seconds, or five; and there is time for a machine that is busy. */
    private static final Duration ONE_WAIT = Duration.ofSeconds(15);

    private Traffic traffic;
    private Endpoint whatsApp;

    protected StuckRowContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void ports() {
        traffic = new Traffic(store);
        whatsApp = tenant.whatsApp();
    }

    private Submission to(PhoneNumber person) {
        return traffic.submission(whatsApp, person, Text.of("x"));
    }

    private List<Submission> toAnaAndFortyOthers() {
        List<Submission> batch = new ArrayList<>();
        batch.add(to(ANA));
        IntStream.range(2, 42).forEach(person -> batch.add(to(Traffic.person(person))));
        batch.add(to(ANA));
        return batch;
    }

    private static Duration timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @ParameterizedTest
    @ValueSource(strings = {"correspondence", "conversation", "thread", "lane"})
    void whoeverIsStuckIsRefusedForTheMomentAndTheOthersOfTheBatchAreAccepted(String table) {
        traffic.accept(whatsApp, ANA, "before");
        List<Verdict> verdicts;
        try (TestStore.Held _ = store.hold("select id from " + table + " for update")) {
            verdicts = traffic.write(toAnaAndFortyOthers());
        }

        assertThat(verdicts).hasSize(42);
        assertThat(verdicts.getFirst()).isEqualTo(BUSY);
        assertThat(verdicts.getLast()).isEqualTo(BUSY);
        assertThat(verdicts.subList(1, 41)).allMatch(Verdict.Accepted.class::isInstance);
        assertThat(store.number("select count(*) from message")).isEqualTo(41);
    }

    @Test
    void whoeverIsStuckKeepsTheNextBatchesFromWaiting() {
        traffic.accept(whatsApp, ANA, "before");
        try (TestStore.Held _ = store.hold("select id from correspondence for update")) {
            traffic.write(toAnaAndFortyOthers());

            Duration paused = timed(() -> assertThat(traffic.write(toAnaAndFortyOthers()).getFirst()).isEqualTo(BUSY));
            store.clock().advance(PAUSE);
            List<List<Verdict>> later = new ArrayList<>();
            timed(() -> later.add(traffic.write(toAnaAndFortyOthers())));

            assertThat(paused).isLessThan(Duration.ofSeconds(2));
            assertThat(later.getFirst().getFirst()).isEqualTo(BUSY);
            assertThat(later.getFirst().subList(1, 41)).allMatch(Verdict.Accepted.class::isInstance);
        }
    }

    @Test
    void whoeverWasStuckIsWrittenToAgain() {
        traffic.accept(whatsApp, ANA, "before");
        try (TestStore.Held _ = store.hold("select id from correspondence for update")) {
            assertThat(traffic.write(to(ANA), to(ANA))).containsOnly(BUSY);
        }
        store.clock().advance(PAUSE.minusMillis(1));
        assertThat(traffic.write(to(ANA))).containsExactly(BUSY);
        store.clock().advance(Duration.ofMillis(1));

        List<Verdict> verdicts = traffic.write(to(ANA), to(ANA));

        assertThat(verdicts).allMatch(Verdict.Accepted.class::isInstance);
        assertThat(store.number("select pending from lane")).isEqualTo(3);
    }

    @Test
    void whoeverNeedsTheRowGivesUp() {
        Message message = traffic.receive(whatsApp, ANA, "wamid.1");
        Throwable failure;
        try (TestStore.Held _ = store.hold("select id from thread for update")) {
            failure = catchThrowable(
                    () -> assertThat(timed(() -> store.get(InboundStore.class).markRead(tenant.live(), message.id(), TestStore.START)))
                            .isLessThan(ONE_WAIT));
        }

        assertThat(DatabaseFault.isPassing(failure)).as("%s", failure).isTrue();
        store.get(InboundStore.class).markRead(tenant.live(), message.id(), TestStore.START);
        assertThat(store.number("select unread_count from thread")).isZero();
    }

    @Test
    void theProbeWaitsForNobodyAndLeavesNothingBehind() {
        traffic.accept(whatsApp, ANA, "before");
        try (TestStore.Held _ = store.hold("select id from correspondence for update", "select id from lane for update")) {
            Together.times(8, () -> {
                store.get(WriteProbe.class).write();
                return ANA;
            });
        }

        assertThat(store.number("select count(*) from write_probe")).isZero();
    }
}
