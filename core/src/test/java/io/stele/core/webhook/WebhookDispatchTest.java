package io.stele.core.webhook;

import static io.stele.core.webhook.ScriptedTransport.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.stele.core.example.Examples;
import io.stele.core.time.SettableClock;
import io.stele.core.webhook.ScriptedTransport.Posted;
import io.stele.core.webhook.WebhookTransport.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WebhookDispatchTest {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final WebhookFlavours FLAVOURS = new ScriptedFlavour(new RetrySchedule(
                    List.of(Duration.ofMinutes(1), Duration.ofMinutes(10)), Duration.ofSeconds(30)))
            .forAll();

    private final SettableClock clock = new SettableClock(Examples.NOW);
    private final WebhookQueueInMemory queue = new WebhookQueueInMemory();
    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();
    private final Map<String, Integer> mostUnderWay = new ConcurrentHashMap<>();
    private final List<WebhookDispatch> started = new ArrayList<>();

    @AfterEach
    void stop() {
        gate.countDown();
        started.forEach(WebhookDispatch::close);
    }

    @Test
    void allThatWaitsIsSentOnceByHoweverMany() {
        put(1, 100);
        put(2, 100);
        ScriptedTransport transport = new ScriptedTransport(_ -> status(200));

        start(transport, 16, 8);
        start(transport, 16, 8);

        await().until(() -> queue.settled.size() == 200);
        assertThat(transport.posted).hasSize(200).doesNotHaveDuplicates();
        assertThat(queue.settled).hasOnlyElementsOfType(WebhookSettlement.Taken.class);
        assertThat(faults).isEmpty();
    }

    @Test
    void aDeliveryIsTriedWhenItIsDueUntilItsScheduleIsOver() {
        put(1, 1);
        ScriptedTransport transport = new ScriptedTransport(_ -> status(500));
        WebhookDispatch dispatch = start(transport, 8, 8);

        await().until(() -> queue.settled.size() == 1);
        clock.advance(Duration.ofSeconds(66));
        dispatch.wake();
        await().until(() -> queue.settled.size() == 2);
        clock.advance(Duration.ofSeconds(660));
        dispatch.wake();
        await().until(() -> queue.settled.size() == 3);
        clock.advance(Duration.ofDays(30));
        dispatch.wake();

        await().during(Duration.ofMillis(200)).until(() -> queue.settled.size() == 3);
        assertThat(queue.settled)
                .extracting(Object::getClass)
                .containsExactly(
                        WebhookSettlement.Again.class, WebhookSettlement.Again.class, WebhookSettlement.GivenUp.class);
        assertThat(queue.settled).extracting(settlement -> settlement.attempt().number()).containsExactly(1, 2, 3);
        assertThat(transport.posted).hasSize(3);
    }

    @Test
    void aReceiverThatDoesNotAnswerDelaysNobodyElse() {
        put(1, 500);
        WebhookDispatch dispatch = start(new ScriptedTransport(onlyHolding(1)), 16, 4);
        await().until(() -> underWay(1) == 4);

        put(2, 20);
        dispatch.wake();

        await().until(() -> queue.settled.size() == 20);
        assertThat(queue.settled)
                .extracting(settlement -> settlement.claim().webhook().id())
                .containsOnly(Deliverable.webhook(2).id());
        assertThat(mostUnderWay(1)).isEqualTo(4);
    }

    @Test
    void manyReceiversThatDoNotAnswerLeaveRoomForOneThatDoes() {
        for (int webhook = 1; webhook <= 5; webhook++) {
            put(webhook, 50);
        }
        WebhookDispatch dispatch = start(new ScriptedTransport(post -> isOf(99, post) ? status(200) : held(post)), 32, 8);
        await().until(this::isQuiet);

        put(99, 10);
        dispatch.wake();

        await().until(() -> queue.settled.size() == 10);
    }

    @ParameterizedTest
    @CsvSource({"512, 32", "256, 16", "100, 6", "16, 1", "1, 1"})
    void theLessRoomIsLeftTheFewerOfOneWebhookGo(int free, int share) {
        assertThat(new WebhookDispatch.Limits(512, 32, 64, LEASE).share(free)).isEqualTo(share);
    }

    @Test
    void noMoreAreUnderWayThanTheBound() {
        for (int webhook = 1; webhook <= 10; webhook++) {
            put(webhook, 2);
        }
        start(new ScriptedTransport(this::held), 4, 4);

        await().until(() -> underWay.values().stream().mapToInt(Integer::intValue).sum() == 4);
        int claims = queue.claimCalls.get();
        await().during(Duration.ofMillis(700)).until(() -> queue.claimCalls.get() == claims);
        gate.countDown();

        await().until(() -> queue.settled.size() == 20);
    }

    @Test
    void theStoreIsNotAskedAgainAndAgainForWhatWaitsForOthersOfItsWebhook() {
        put(1, 50);
        start(new ScriptedTransport(this::held), 8, 2);
        await().until(() -> underWay(1) == 2);
        int claims = queue.claimCalls.get();

        await().pollDelay(Duration.ofMillis(1200)).until(() -> true);

        // it looks again twice a second, since the others might be another node's
        assertThat(queue.claimCalls.get() - claims).isLessThanOrEqualTo(6);
    }

    @Test
    void aDeliveryWhoseFlavourFailsStopsNoOther() {
        Webhook webhook = Deliverable.webhook(1);
        queue.put(webhook, Deliverable.delivery(webhook, 1, "broken"), 0, clock.instant());
        queue.put(webhook, Deliverable.delivery(webhook, 2), 0, clock.instant());

        start(new ScriptedTransport(_ -> status(200)), 1, 1);

        await().until(() -> queue.settled.size() == 2);
        assertThat(queue.settled)
                .extracting(Object::getClass)
                .containsExactlyInAnyOrder(WebhookSettlement.Again.class, WebhookSettlement.Taken.class);
    }

    @Test
    void settlementsShareCommits() {
        put(1, 64);
        start(new ScriptedTransport(this::held), 64, 64);
        await().until(() -> underWay(1) == 32);

        gate.countDown();

        await().until(() -> queue.settled.size() == 64);
        assertThat(queue.batches).hasSizeLessThan(64);
    }

    @Test
    void whatIsToldOfIsSentAtOnce() {
        WebhookDispatch dispatch = start(new ScriptedTransport(_ -> status(200)), 8, 8);
        long begun = System.nanoTime();

        for (int i = 1; i <= 20; i++) {
            int expected = i;
            put(i, 1);
            dispatch.wake();
            await().pollInterval(Duration.ofMillis(2)).until(() -> queue.settled.size() == expected);
        }

        // without being told, each would wait for the next look, which comes twice a second
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void workGoesOnAfterTheStoreWasAwayAndNothingIsSentTwice() {
        put(1, 1);
        queue.claimFaults.set(1);
        queue.settleFaults.set(2);
        ScriptedTransport transport = new ScriptedTransport(_ -> status(200));

        start(transport, 8, 8);

        await().until(() -> queue.settled.size() == 1);
        assertThat(transport.posted).hasSize(1);
        assertThat(faults).hasSize(3).allSatisfy(fault -> assertThat(fault).hasStackTraceContaining("the store is away"));
    }

    @Test
    void whatADeadNodeHeldIsSentAfterItsLease() {
        put(1, 1);
        queue.claim(1, 1, clock.instant(), LEASE);
        WebhookDispatch dispatch = start(new ScriptedTransport(_ -> status(200)), 8, 8);
        await().during(Duration.ofMillis(200)).until(queue.settled::isEmpty);

        clock.advance(LEASE);
        dispatch.wake();

        await().until(() -> queue.settled.size() == 1);
        assertThat(queue.settled.getFirst().attempt().number()).isEqualTo(2);
    }

    @Test
    void closingWaitsForWhatIsUnderWayAndClaimsNothingMore() throws InterruptedException {
        put(1, 1);
        WebhookDispatch dispatch = start(new ScriptedTransport(this::held), 8, 8);
        await().until(() -> underWay(1) == 1);
        Thread closing = Thread.ofVirtual().start(dispatch::close);
        await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);
        put(2, 1);

        gate.countDown();
        closing.join();

        assertThat(queue.settled).singleElement().isInstanceOf(WebhookSettlement.Taken.class);
        int claims = queue.claimCalls.get();
        dispatch.wake();
        assertThat(queue.claimCalls).hasValue(claims);
    }

    @Test
    void aClaimIsRenewedWhileTheReceiverTakesItsTime() {
        put(1, 1);
        WebhookDispatch dispatch = start(new ScriptedTransport(this::held), 8, 8);
        await().until(() -> underWay(1) == 1);

        for (int i = 0; i < 3; i++) {
            clock.advance(LEASE.dividedBy(2));
            await().until(() -> queue.heldUntil().equals(List.of(clock.instant().plus(LEASE))));
            dispatch.wake();
        }
        gate.countDown();

        await().until(() -> queue.settled.size() == 1);
        assertThat(queue.settled.getFirst().attempt().number()).isEqualTo(1);
    }

    @Test
    void aClaimIsHeldForAWhile() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WebhookDispatch.Limits(8, 8, 8, Duration.ZERO));
    }

    private WebhookDispatch start(ScriptedTransport transport, int mostUnderWay, int ofOneWebhook) {
        WebhookDispatch dispatch = new WebhookDispatch(
                queue,
                FLAVOURS,
                transport,
                new WebhookDispatch.Limits(mostUnderWay, ofOneWebhook, 16, LEASE),
                clock,
                new Random(1),
                faults::add);
        started.add(dispatch);
        return dispatch;
    }

    private void put(int webhook, int count) {
        for (int i = 0; i < count; i++) {
            Webhook receiver = Deliverable.webhook(webhook);
            queue.put(receiver, Deliverable.delivery(receiver, webhook * 1000 + i), 0, clock.instant());
        }
    }

    private Function<Posted, Answer> onlyHolding(int webhook) {
        return post -> isOf(webhook, post) ? held(post) : status(200);
    }

    /** A receiver that does not answer before the gate opens. */
    private Answer held(Posted post) {
        int now = underWay.merge(post.url(), 1, Integer::sum);
        mostUnderWay.merge(post.url(), now, Math::max);
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            underWay.merge(post.url(), -1, Integer::sum);
        }
        return status(200);
    }

    /** Whether nothing more can be claimed: the last looks found nothing. */
    private boolean isQuiet() {
        int before = queue.claimCalls.get();
        int held = queue.held();
        await().until(() -> queue.claimCalls.get() >= before + 2);
        return held > 0 && queue.held() == held;
    }

    private int underWay(int webhook) {
        return underWay.getOrDefault(Deliverable.webhook(webhook).url(), 0);
    }

    private int mostUnderWay(int webhook) {
        return mostUnderWay.getOrDefault(Deliverable.webhook(webhook).url(), 0);
    }

    private static boolean isOf(int webhook, Posted post) {
        return post.url().equals(Deliverable.webhook(webhook).url());
    }
}
