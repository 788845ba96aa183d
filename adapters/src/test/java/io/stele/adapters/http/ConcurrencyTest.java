package io.stele.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConcurrencyTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    private final OutboundHttp http = new OutboundHttp(Calls.LOOPBACK);
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void close() {
        gate.countDown();
        http.close();
    }

    @Test
    void aSlowHostDelaysNoOther() {
        try (ScriptedServer slow = gated();
                ScriptedServer fast = prompt();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Limits limits = Calls.limits(Duration.ofSeconds(100));
            List<Future<Exchange>> waiting =
                    Concurrently.start(threads, 200, _ -> http.exchange(Calls.get(slow.url("/"), limits)));
            await().atMost(Duration.ofSeconds(20)).until(() -> slow.connections() == 32);

            assertThat(Concurrently.run(200, _ -> http.exchange(Calls.get(fast.url("/")))))
                    .allSatisfy(exchange -> assertThat(exchange).isInstanceOf(Answered.class));
            assertThat(waiting).noneMatch(Future::isDone);
            assertThat(slow.connections()).isEqualTo(32);

            gate.countDown();
            assertThat(Concurrently.join(waiting))
                    .allSatisfy(exchange -> assertThat(exchange).isInstanceOf(Answered.class));
            assertThat(http.connectionsInUse()).isZero();
        }
    }

    @Test
    void aProviderHasAsManyConnectionsAsIsSaid() {
        int most = OutboundHttp.CONNECTIONS_TO_A_PROVIDER;
        try (ScriptedServer slow = gated();
                OutboundHttp forProviders = new OutboundHttp(Calls.LOOPBACK, most);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Limits limits = Calls.limits(Duration.ofSeconds(100));
            List<Future<Exchange>> waiting = Concurrently.start(
                    threads, most + 50, _ -> forProviders.exchange(Calls.get(slow.url("/"), limits)));
            await().atMost(Duration.ofSeconds(20)).until(() -> slow.heads().size() == most);

            assertThat(waiting).noneMatch(Future::isDone);
            assertThat(slow.connections()).isEqualTo(most);

            gate.countDown();
            assertThat(Concurrently.join(waiting))
                    .allSatisfy(exchange -> assertThat(exchange).isInstanceOf(Answered.class));
        }
    }

    @Test
    void nobodyWaitsForAConnectionLongerThanForItsDeadline() {
        try (ScriptedServer slow = gated();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Exchange>> holding =
                    Concurrently.start(threads, 32, _ -> http.exchange(Calls.get(slow.url("/"))));
            await().atMost(Duration.ofSeconds(20)).until(() -> slow.heads().size() == 32);

            assertThat(Concurrently.run(50, _ -> http.exchange(Calls.get(slow.url("/"), Calls.limits(SHORT)))))
                    .containsOnly(new NotSent(NotSent.Reason.NO_CONNECTION_FREE, null));
            assertThat(slow.heads()).hasSize(32);

            gate.countDown();
            assertThat(Concurrently.join(holding))
                    .allSatisfy(exchange -> assertThat(exchange).isInstanceOf(Answered.class));
            assertThat(http.connectionsInUse()).isZero();
        }
    }

    @Test
    void anInterruptEndsARequestAndLeavesNoConnection() throws InterruptedException {
        try (ScriptedServer slow = gated()) {
            AtomicReference<Exchange> result = new AtomicReference<>();
            AtomicInteger interrupted = new AtomicInteger();
            Thread caller = Thread.ofVirtual().start(() -> {
                result.set(http.exchange(Calls.get(slow.url("/"))));
                interrupted.addAndGet(Thread.currentThread().isInterrupted() ? 1 : 0);
            });
            await().until(() -> slow.heads().size() == 1);
            caller.interrupt();
            caller.join();

            assertThat(result.get()).isInstanceOfSatisfying(
                    NoAnswer.class, failure -> assertThat(failure.reason()).isEqualTo(NoAnswer.Reason.INTERRUPTED));
            assertThat(interrupted).hasValue(1);
            assertThat(http.connectionsInUse()).isZero();
        }
    }

    @Test
    void anInterruptEndsTheWaitForAConnectionAndLosesNone() throws InterruptedException {
        try (ScriptedServer slow = gated();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Exchange>> holding =
                    Concurrently.start(threads, 32, _ -> http.exchange(Calls.get(slow.url("/"))));
            await().atMost(Duration.ofSeconds(20)).until(() -> slow.heads().size() == 32);
            AtomicReference<Exchange> result = new AtomicReference<>();
            Thread caller = Thread.ofVirtual().start(() -> result.set(http.exchange(Calls.get(slow.url("/")))));
            await().until(() -> caller.getState() == Thread.State.TIMED_WAITING);
            caller.interrupt();
            caller.join();

            assertThat(result.get()).isEqualTo(new NotSent(NotSent.Reason.INTERRUPTED, null));
            gate.countDown();
            Concurrently.join(holding);
            assertThat(http.connectionsInUse()).isZero();
        }
    }

    @Test
    void closingEndsWhatIsUnderWay() throws InterruptedException {
        try (ScriptedServer slow = gated();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Exchange>> underWay =
                    Concurrently.start(threads, 40, _ -> http.exchange(Calls.get(slow.url("/"))));
            await().atMost(Duration.ofSeconds(20)).until(() -> slow.heads().size() == 32);
            http.close();

            List<Exchange> ended = Concurrently.join(underWay);
            assertThat(ended).filteredOn(NoAnswer.class::isInstance).hasSize(32).allSatisfy(exchange -> assertThat(
                            ((NoAnswer) exchange).reason())
                    .isEqualTo(NoAnswer.Reason.CLOSED));
            assertThat(ended).filteredOn(NotSent.class::isInstance).hasSize(8).allSatisfy(exchange -> assertThat(
                            ((NotSent) exchange).reason())
                    .isEqualTo(NotSent.Reason.CLOSED));
            assertThat(http.exchange(Calls.get(slow.url("/"))))
                    .isEqualTo(new NotSent(NotSent.Reason.CLOSED, null));
        }
    }

    @Test
    void failuresLeaveNoConnectionBehind() {
        AtomicInteger requests = new AtomicInteger();
        try (ScriptedServer server = new ScriptedServer(peer -> {
            // The connection stays open: the next call may be given it again while this one's answer is read.
            while (peer.head().startsWith("GET /well")) {
                peer.answer("ok");
            }
            switch (requests.getAndIncrement() % 5) {
                case 0 -> peer.reset();
                case 1 -> peer.write("garbage\r\n\r\n");
                case 2 -> peer.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
                case 3 -> peer.silence();
                default -> peer.answer("x".repeat(100_000));
            }
        })) {
            Concurrently.run(300, _ -> http.exchange(Calls.get(server.url("/ill"), Calls.limits(SHORT))));

            assertThat(http.connectionsInUse()).isZero();
            assertThat(Concurrently.run(32, _ -> http.exchange(Calls.get(server.url("/well")))))
                    .allSatisfy(exchange -> assertThat(exchange).isInstanceOf(Answered.class));
        }
    }

    private ScriptedServer gated() {
        return new ScriptedServer(peer -> {
            while (true) {
                peer.head();
                gate.await();
                peer.answer("late");
            }
        });
    }

    private static ScriptedServer prompt() {
        return new ScriptedServer(peer -> {
            while (true) {
                peer.head();
                peer.answer("ok");
            }
        });
    }
}
