package io.stele.core.delivery;

import static io.stele.core.delivery.Outcome.Throttled.Scope.ENDPOINT;
import static io.stele.core.delivery.Outcome.Throttled.Scope.RECIPIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.stele.core.channel.Channel;
import io.stele.core.commit.Inflow;
import io.stele.core.example.Examples;
import io.stele.core.example.MessageBuilder;
import io.stele.core.message.Failure;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.time.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeliveriesTest {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Outcome TAKEN = new Outcome.Accepted("wamid.X");
    private static final RetryPolicy POLICY = new RetryPolicy(
            Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofHours(1));

    private final Inflow inflow = new Inflow();
    private final SettableClock clock = new SettableClock(Examples.NOW);
    private final QueueInMemory queue = new QueueInMemory();
    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();
    private final List<Deliveries> started = new ArrayList<>();
    private FailureFollowUp followUp = (message, failure) -> Optional.empty();

    @AfterEach
    void stop() {
        gate.countDown();
        started.forEach(Deliveries::close);
    }

    @Test
    void theMessagesOfALaneGoOutOneAfterTheOtherAndInOrder() {
        for (int i = 0; i < 150; i++) {
            queue.put(i % 3, message(i), clock.instant());
        }
        FakeConnector connector = FakeConnector.answering(TAKEN);

        start(connector, 8);
        start(connector, 8);

        await().until(() -> queue.settled.size() == 150);
        for (int lane = 0; lane < 3; lane++) {
            int mine = lane;
            assertThat(connector.sent())
                    .extracting(dispatch -> dispatch.message().id())
                    .filteredOn(id -> id.value().low() % 3 == mine)
                    .hasSize(50)
                    .isSorted();
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void noMoreAreUnderWayThanTheBound() {
        for (int i = 0; i < 20; i++) {
            Channel channel = List.of(Channel.WHATSAPP, Channel.SMS, Channel.EMAIL, Channel.TELEGRAM).get(i % 4);
            queue.put(i, message(i, channel), clock.instant());
        }

        start(new FakeConnector(this::held), 4);
        await().until(() -> underWay.get() == 4);
        gate.countDown();

        await().until(() -> queue.settled.size() == 20);
        assertThat(mostUnderWay).hasValue(4);
    }

    @Test
    void theStoreIsNotAskedWhatIsDueWhileThereIsNoRoom() {
        queue.put(0, message(0), clock.instant());
        queue.put(1, message(1), clock.instant());
        start(new FakeConnector(this::held), 1);
        await().until(() -> underWay.get() == 1);
        int asked = queue.nextDueCalls.get() + queue.claimCalls.get();

        await().pollDelay(Duration.ofMillis(600)).until(() -> true);

        assertThat(queue.nextDueCalls.get() + queue.claimCalls.get()).isEqualTo(asked);
    }

    @Test
    void aSlowProviderHoldsUpItsOwnLanesOnly() {
        for (int i = 0; i < 100; i++) {
            queue.put(i, message(i), clock.instant());
        }
        Function<Dispatch, Outcome> provider =
                dispatch -> dispatch.endpoint().channel() == Channel.WHATSAPP ? held(dispatch) : TAKEN;
        Deliveries deliveries = start(new FakeConnector(provider), 8);
        await().until(() -> underWay.get() == 4);

        for (int i = 100; i < 120; i++) {
            queue.put(i, message(i, Channel.SMS), clock.instant());
        }
        deliveries.wake();

        await().until(() -> queue.settled.size() == 20);
        assertThat(queue.settled)
                .extracting(settlement -> settlement.claim().dispatch().endpoint().channel())
                .containsOnly(Channel.SMS);
        gate.countDown();
        await().until(() -> queue.settled.size() == 120);
    }

    @Test
    void aNewMessageGoesOutAtOnceWhenItIsToldOf() {
        Deliveries deliveries = start(FakeConnector.answering(TAKEN), 8);
        long begun = System.nanoTime();

        for (int i = 0; i < 20; i++) {
            int expected = i + 1;
            queue.put(0, message(i), clock.instant());
            deliveries.wake();
            await().pollInterval(Duration.ofMillis(2)).until(() -> queue.settled.size() == expected);
        }

        // without being told, each would wait for the next look, which comes twice a second
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aPostponedMessageGoesOutAgainWhenItIsDueAndItsLaneWaits() {
        queue.put(0, message(0), clock.instant());
        queue.put(0, message(1), clock.instant());
        Function<Dispatch, Outcome> provider = dispatch -> dispatch.attempt() == 1 && dispatch.message().id().equals(id(0))
                ? new Outcome.Throttled(Duration.ofSeconds(30), RECIPIENT)
                : TAKEN;
        FakeConnector connector = new FakeConnector(provider);

        start(connector, 8);
        await().until(() -> queue.settled.size() == 1);
        assertThat(queue.settled.getFirst()).isInstanceOf(Settlement.Postponed.class);
        clock.advance(Duration.ofSeconds(30));

        await().until(() -> queue.settled.size() == 3);
        assertThat(connector.sent())
                .extracting(dispatch -> dispatch.message().id(), Dispatch::attempt)
                .containsExactly(
                        tuple(id(0), 1),
                        tuple(id(0), 2),
                        tuple(id(1), 1));
    }

    @Test
    void aProviderThatWantsAPauseGetsItFromAllItsLanesAndFromNoOthers() {
        for (int i = 0; i < 20; i++) {
            queue.put(i, message(i), clock.instant());
        }
        Function<Dispatch, Outcome> provider = dispatch -> dispatch.endpoint().channel() == Channel.WHATSAPP
                        && clock.instant().isBefore(Examples.NOW.plusSeconds(5))
                ? new Outcome.Throttled(Duration.ofSeconds(5), ENDPOINT)
                : TAKEN;
        FakeConnector connector = new FakeConnector(provider);
        // the room of one, so that the first answer comes before the second message is claimed
        Deliveries deliveries = start(connector, 1);
        await().until(() -> queue.settled.size() == 1);

        queue.put(20, message(20, Channel.SMS), clock.instant());
        deliveries.wake();
        await().until(() -> queue.settled.size() == 2);

        assertThat(connector.sent()).extracting(dispatch -> dispatch.message().id()).containsExactly(id(0), id(20));
        await().until(() -> deliveries.nextDue().isEmpty());
        clock.advance(Duration.ofSeconds(5));
        deliveries.wake();
        await().until(() -> queue.settled.size() == 22);
        assertThat(connector.sent()).filteredOn(dispatch -> dispatch.attempt() == 2).hasSize(1);
    }

    @Test
    void workGoesOnAfterTheStoreWasAway() {
        queue.put(0, message(0), clock.instant());
        queue.claimFaults.set(2);
        queue.nextDueFaults.set(2);

        Deliveries deliveries = start(FakeConnector.answering(TAKEN), 8);

        await().until(() -> queue.settled.size() == 1);
        await().until(() -> {
            deliveries.wake();
            return queue.nextDueFaults.get() == 0;
        });
        queue.put(0, message(1), clock.instant());
        await().until(() -> queue.settled.size() == 2);
        assertThat(faults).hasSize(4).allSatisfy(fault -> assertThat(fault).hasMessage("the store is away"));
    }

    @Test
    void whatTheProviderSaidIsWrittenOnceTheStoreIsBackAndTheMessageIsNotSentTwice() {
        queue.put(0, message(0), clock.instant());
        queue.settleFaults.set(2);
        FakeConnector connector = FakeConnector.answering(TAKEN);

        start(connector, 8);

        await().until(() -> queue.settled.size() == 1);
        assertThat(queue.settled.getFirst()).isInstanceOf(Settlement.Sent.class);
        assertThat(connector.sent()).hasSize(1);
        assertThat(faults).hasSize(2);
    }

    @Test
    void whatTheProviderSaidIsWrittenAlsoWhenTheLeaseRanOutMeanwhile() {
        queue.put(0, message(0), clock.instant());
        queue.renewFaults.set(Integer.MAX_VALUE);
        FakeConnector connector = new FakeConnector(dispatch -> {
            clock.advance(Duration.ofMinutes(5));
            await().until(() -> queue.settled.size() == 1);
            queue.settleFaults.set(1);
            return TAKEN;
        });

        start(connector, 8);

        await().until(() -> queue.late.size() == 1);
        assertThat(queue.settled.getFirst()).isInstanceOf(Settlement.InDoubt.class);
        assertThat(queue.late.getFirst().providerMessageId()).isEqualTo("wamid.X");
        assertThat(connector.sent()).hasSize(1);
    }

    @Test
    void whatTookTooLongToClaimIsSentUnderTheNextLease() {
        queue.put(0, message(0), clock.instant());
        queue.renewFaults.set(Integer.MAX_VALUE);
        queue.onClaimed = () -> {
            if (queue.claimCalls.get() == 1) {
                clock.advance(LEASE.minusMillis(999));
            }
        };
        FakeConnector connector = FakeConnector.answering(TAKEN);

        start(connector, 8);

        await().until(() -> queue.settled.size() == 2);
        assertThat(queue.settled).extracting(Object::getClass).containsExactly(Settlement.Released.class, Settlement.Sent.class);
        assertThat(connector.sent()).extracting(Dispatch::attempt).containsExactly(1);
    }

    @Test
    void aLeaseIsRenewedWhileTheProviderTakesItsTime() {
        queue.put(0, message(0), clock.instant());
        FakeConnector connector = new FakeConnector(this::held);
        Deliveries deliveries = start(connector, 8);
        await().until(() -> underWay.get() == 1);

        for (int i = 0; i < 3; i++) {
            clock.advance(LEASE.dividedBy(2));
            await().until(() -> queue.heldUntil(0).equals(clock.instant().plus(LEASE)));
            deliveries.wake();
        }
        gate.countDown();

        await().until(() -> queue.settled.size() == 1);
        assertThat(queue.settled.getFirst()).isInstanceOf(Settlement.Sent.class);
        assertThat(connector.sent()).hasSize(1);
    }

    @Test
    void whatNobodyToldOfIsSentAgainBehindTheOthersOfItsLane() {
        queue.put(0, message(0), clock.instant());
        queue.put(0, message(1), clock.instant());
        Function<Dispatch, Outcome> provider = dispatch -> dispatch.attempt() == 1 && dispatch.message().id().equals(id(0))
                ? new Outcome.Unknown("no answer")
                : TAKEN;
        FakeConnector connector = new FakeConnector(provider, Doubt.sendAgainAfter(Duration.ofSeconds(30)));
        Deliveries deliveries = start(connector, 8);
        await().until(() -> queue.settled.size() == 2);

        clock.advance(Duration.ofSeconds(30));
        deliveries.wake();

        await().until(() -> queue.settled.size() == 3);
        assertThat(connector.sent())
                .extracting(dispatch -> dispatch.message().id(), Dispatch::attempt)
                .containsExactly(tuple(id(0), 1), tuple(id(1), 1), tuple(id(0), 2));
    }

    @Test
    void aFaultInOneDeliveryLeavesRoomForTheNext() {
        queue.put(0, message(0), clock.instant());
        queue.put(1, message(1), clock.instant());
        followUp = (message, failure) -> {
            throw new IllegalStateException("no directory");
        };
        Function<Dispatch, Outcome> provider = dispatch -> dispatch.message().id().equals(id(0))
                ? new Outcome.Refused(new Failure("1", "No", null))
                : TAKEN;

        start(new FakeConnector(provider), 1);

        await().until(() -> settledIds().equals(List.of(id(1))));
        assertThat(faults).singleElement().satisfies(fault -> assertThat(fault).hasMessage("no directory"));
    }

    @Test
    void theDoubtfulAreLookedAtOnceASecond() {
        Deliveries deliveries = start(FakeConnector.answering(TAKEN), 8);
        await().until(() -> queue.doubtCalls.get() == 1);
        for (int i = 0; i < 20; i++) {
            int before = queue.claimCalls.get();
            deliveries.wake();
            await().pollInterval(Duration.ofMillis(2)).until(() -> queue.claimCalls.get() > before);
        }
        assertThat(queue.doubtCalls).hasValue(1);

        clock.advance(Duration.ofSeconds(1));

        await().until(() -> queue.doubtCalls.get() == 2);
    }

    @Test
    void aFaultWithTheDoubtfulHoldsUpNothingElse() {
        queue.doubtFaults.set(1);
        queue.put(0, message(0), clock.instant());

        Deliveries deliveries = start(FakeConnector.answering(TAKEN), 8);

        await().until(() -> queue.settled.size() == 1);
        int before = queue.claimCalls.get();
        deliveries.wake();
        await().until(() -> queue.claimCalls.get() > before);
        assertThat(queue.doubtCalls).hasValue(1);
        assertThat(faults).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        await().until(() -> queue.doubtCalls.get() == 2);
    }

    @Test
    void closingWaitsForWhatIsUnderWayAndClaimsNothingMore() throws Exception {
        queue.put(0, message(0), clock.instant());
        Deliveries deliveries = start(new FakeConnector(this::held), 8);
        await().until(() -> underWay.get() == 1);
        Thread closing = Thread.ofVirtual().start(deliveries::close);
        await().until(() -> closing.getState() == Thread.State.TIMED_WAITING || closing.getState() == Thread.State.WAITING);
        queue.put(1, message(1), clock.instant());

        gate.countDown();
        closing.join();

        assertThat(settledIds()).containsExactly(id(0));
        assertThat(queue.settled.getFirst()).isInstanceOf(Settlement.Sent.class);
        int claims = queue.claimCalls.get();
        deliveries.wake();
        assertThat(queue.claimCalls).hasValue(claims);
    }

    @Test
    void aLeaseIsLongEnoughToBeRenewedInTime() {
        assertThatThrownBy(() -> new Deliveries.Limits(1, 1, Duration.ofMillis(4_999)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Deliveries start(Connector connector, int mostUnderWay) {
        Attempt attempt = new Attempt(
                new Connectors(List.of(connector)),
                POLICY,
                (message, failure) -> followUp.after(message, failure),
                clock,
                new Random(1));
        Deliveries deliveries = new Deliveries(
                queue, attempt, inflow, new Deliveries.Limits(mostUnderWay, 16, LEASE), clock, faults::add);
        started.add(deliveries);
        return deliveries;
    }

    /** A provider that does not answer before the gate opens. */
    private Outcome held(Dispatch dispatch) {
        int now = underWay.incrementAndGet();
        mostUnderWay.accumulateAndGet(now, Math::max);
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            underWay.decrementAndGet();
        }
        return TAKEN;
    }

    private List<MessageId> settledIds() {
        return queue.settled.stream()
                .map(settlement -> settlement.claim().dispatch().message().id())
                .toList();
    }

    private static Message message(int number) {
        return message(number, Channel.WHATSAPP);
    }

    private static Message message(int number, Channel channel) {
        return MessageBuilder.message().id(id(number)).on(channel).build();
    }

    private static MessageId id(int number) {
        return Examples.messageId(number);
    }
}
