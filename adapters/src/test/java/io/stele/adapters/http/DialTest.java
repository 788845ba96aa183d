package io.stele.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stele.adapters.http.NotSent.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import org.apache.hc.core5.ssl.SSLContexts;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where connections go, and where they do not. The allowed 127.0.0.1 stands for what is public, the other addresses for what is not. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DialTest {

    private static final AddressGuard ONE = new AddressGuard(
            List.of(Cidr.parse("127.0.0.1/32").orElseThrow(), Cidr.parse("127.0.0.3/32").orElseThrow()));

    /** A resolver that answers each look-up in turn. */
    private static final class Answers implements NameLookup {

        private final Deque<List<InetAddress>> answers = new ArrayDeque<>();
        private final List<String> asked = new ArrayList<>();

        Answers(String... answers) {
            for (String answer : answers) {
                this.answers.add(Arrays.stream(answer.split(","))
                        .map(InetAddress::ofLiteral)
                        .toList());
            }
        }

        @Override
        public synchronized List<InetAddress> addresses(String name) throws UnknownHostException {
            asked.add(name);
            if (answers.isEmpty()) {
                throw new UnknownHostException(name);
            }
            return answers.remove();
        }
    }

    @Test
    void theAddressThatIsDialledIsTheOneThatWasJudged() {
        Answers names = new Answers("127.0.0.1", "127.0.0.2", "127.0.0.1");
        try (ScriptedServer outside = server("127.0.0.1", 0);
                ScriptedServer inside = server("127.0.0.2", outside.port());
                OutboundHttp http = http(names)) {
            Call call = Calls.get("http://rebinding.example:" + outside.port() + "/");

            assertThat(http.exchange(call)).isInstanceOf(Answered.class);
            assertThat(http.exchange(call)).isEqualTo(new NotSent(Reason.ADDRESS_REFUSED, null));
            assertThat(http.exchange(call)).isInstanceOf(Answered.class);
            assertThat(names.asked).containsExactly("rebinding.example", "rebinding.example", "rebinding.example");
            assertThat(outside.connections()).isEqualTo(2);
            assertThat(inside.connections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.2,127.0.0.1", "127.0.0.1,127.0.0.2", "127.0.0.2,::1,10.0.0.1,127.0.0.1"})
    void ofMixedAddressesOnlyThePermittedAreDialled(String addresses) {
        try (ScriptedServer outside = server("127.0.0.1", 0);
                ScriptedServer inside = server("127.0.0.2", outside.port());
                OutboundHttp http = http(new Answers(addresses))) {
            assertThat(http.exchange(Calls.get("http://mixed.example:" + outside.port() + "/")))
                    .isInstanceOf(Answered.class);
            assertThat(inside.connections()).isZero();
        }
    }

    @Test
    void whenTheFirstAddressDoesNotAnswerTheNextIsDialled() {
        try (ScriptedServer second = server("127.0.0.3", 0);
                OutboundHttp http = http(new Answers("127.0.0.1,127.0.0.3"))) {
            assertThat(http.exchange(Calls.get("http://two.example:" + second.port() + "/")))
                    .isInstanceOf(Answered.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "::1", "0.0.0.0", "::", "10.0.0.1", "169.254.169.254", "192.168.1.1", "100.64.0.1", "fd00::1", "fe80::1",
                "64:ff9b::7f00:1", "2002:7f00:1::", "::127.0.0.1", "127.0.0.1,::1"
            })
    void aNameThatLeadsInwardIsNotDialled(String addresses) {
        try (OutboundHttp http =
                new OutboundHttp(AddressGuard.PUBLIC_ONLY, new Answers(addresses), SSLContexts.createDefault())) {
            assertThat(http.exchange(Calls.get("https://inward.example/")))
                    .isEqualTo(new NotSent(Reason.ADDRESS_REFUSED, null));
        }
    }

    @Test
    void anUnencryptedRequestGoesOnlyToWhereTheOperatorAllows() {
        try (OutboundHttp http = http(new Answers("8.8.8.8"))) {
            assertThat(http.exchange(Calls.get("http://public.example/")))
                    .isEqualTo(new NotSent(Reason.ADDRESS_REFUSED, null));
        }
    }

    @Test
    void anAddressInTheUrlIsNotLookedUp() {
        Answers names = new Answers("127.0.0.2");
        try (ScriptedServer server = server("127.0.0.1", 0);
                OutboundHttp http = http(names)) {
            assertThat(http.exchange(Calls.get(server.url("/")))).isInstanceOf(Answered.class);
            assertThat(names.asked).isEmpty();
        }
    }

    @Test
    void anIpv6AddressInTheUrlIsDialled() {
        assumeTrue(hasIpv6(), "SKIPPED: this machine has no IPv6, so no IPv6 address was dialled");
        try (ScriptedServer server = server("::1", 0);
                OutboundHttp http = new OutboundHttp(Calls.LOOPBACK)) {
            assertThat(http.exchange(Calls.get("http://[::1]:" + server.port() + "/"))).isInstanceOf(Answered.class);
            assertThat(server.heads()).singleElement().asString().contains("Host: [::1]:" + server.port() + "\r\n");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.2/,          ADDRESS",
        "https://10.0.0.1/,          ADDRESS",
        "http://2130706433/,         ADDRESS_FORM",
        "http://user@127.0.0.1/,     USER_INFO",
        "http://127.0.0.1/#x,        FRAGMENT",
        "http://127.0.0.1:0/,        PORT",
        "ftp://127.0.0.1/,           SCHEME",
        "nonsense,                   MALFORMED"
    })
    void aUrlIsLookedAtBeforeEachRequest(String url, String fault) {
        try (OutboundHttp http = http(new Answers())) {
            assertThat(http.exchange(Calls.get(url))).isEqualTo(new NotSent(Reason.URL_REFUSED, fault));
        }
    }

    @Test
    void anUnknownNameIsNotDialled() {
        try (OutboundHttp http = http(new Answers())) {
            assertThat(http.exchange(Calls.get("http://nowhere.example/")))
                    .isEqualTo(new NotSent(Reason.UNKNOWN_HOST, "UnknownHostException"));
        }
    }

    @Test
    void aResolverThatNeverAnswersEndsARequestInTimeAndHoldsUpNoOther() {
        CountDownLatch never = new CountDownLatch(1);
        NameLookup names = name -> {
            if (name.equals("slow.example")) {
                await(never);
            }
            return List.of(InetAddress.ofLiteral("127.0.0.1"));
        };
        try (ScriptedServer server = server("127.0.0.1", 0);
                OutboundHttp http = new OutboundHttp(ONE, names, SSLContexts.createDefault())) {
            Limits limits =
                    new Limits(Duration.ofMillis(200), Duration.ofMinutes(1), Duration.ofMinutes(1), 10, false);
            List<Exchange> slow = Concurrently.run(100, _ -> http.exchange(Calls.get("http://slow.example/", limits)));

            assertThat(slow)
                    .allSatisfy(exchange -> assertThat(exchange)
                            .isInstanceOfSatisfying(NotSent.class, failure -> assertThat(failure.reason())
                                    .isIn(Reason.CONNECT_TIMEOUT, Reason.NO_CONNECTION_FREE)));
            assertThat(http.exchange(Calls.get("http://fast.example:" + server.port() + "/")))
                    .isInstanceOf(Answered.class);
        } finally {
            never.countDown();
        }
    }

    @Test
    void namesOfOnePartyThatAreSlowTakeTurnsAndAreAllFound() {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch some = new CountDownLatch(1);
        NameLookup names = name -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            await(some);
            atOnce.decrementAndGet();
            return List.of(InetAddress.ofLiteral("127.0.0.1"));
        };
        try (ScriptedServer server = server("127.0.0.1", 0);
                OutboundHttp http = http(names);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Exchange>> asked = Concurrently.start(
                    threads,
                    100,
                    number -> http.exchange(new Call(
                            Call.Method.GET, "http://slow" + number + ".example:" + server.port() + "/", List.of(), null,
                            Calls.PATIENT, "one")));
            Awaitility.await().until(() -> atOnce.get() > 0);
            some.countDown();

            assertThat(Concurrently.join(asked)).hasOnlyElementsOfType(Answered.class);
            assertThat(most.get()).isBetween(1, 8);
        } finally {
            some.countDown();
        }
    }

    @Test
    void moreNamesOfOnePartyThanCanWaitAreRefusedAtOnce() {
        CountDownLatch never = new CountDownLatch(1);
        NameLookup names = name -> {
            await(never);
            return List.of(InetAddress.ofLiteral("127.0.0.1"));
        };
        Limits limits = new Limits(Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofMinutes(1), 10, false);
        try (OutboundHttp http = http(names)) {
            List<Exchange> asked = Concurrently.run(
                    1_100,
                    number -> http.exchange(new Call(
                            Call.Method.GET, "http://slow" + number + ".example/", List.of(), null, limits, "one")));

            assertThat(asked)
                    .allSatisfy(exchange -> assertThat(exchange).isInstanceOf(NotSent.class))
                    .filteredOn(exchange -> ((NotSent) exchange).reason() == Reason.CONNECT_FAILED)
                    .hasSize(1_100 - 1_024 - 8);
        } finally {
            never.countDown();
        }
    }

    @Test
    void aPortOnWhichNobodyListensRefuses() throws IOException {
        int port;
        try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = unused.getLocalPort();
        }
        try (OutboundHttp http = http(new Answers())) {
            assertThat(http.exchange(Calls.get("http://127.0.0.1:" + port + "/")))
                    .isEqualTo(new NotSent(Reason.CONNECTION_REFUSED, "ConnectException"));
        }
    }

    @Test
    void aConnectionThatIsNeverTakenEndsInTime() throws IOException {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                OutboundHttp http = http(new Answers())) {
            fill(full, waiting);
            Limits limits =
                    new Limits(Duration.ofMillis(200), Duration.ofMinutes(1), Duration.ofMinutes(1), 10, false);

            assertThat(http.exchange(Calls.get("http://127.0.0.1:" + full.getLocalPort() + "/", limits)))
                    .isInstanceOfSatisfying(
                            NotSent.class, failure -> assertThat(failure.reason()).isEqualTo(Reason.CONNECT_TIMEOUT));
            assertThat(http.connectionsInUse()).isZero();
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void theDeadlineHoldsWhileConnectingToo() throws IOException {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                OutboundHttp http = http(new Answers())) {
            fill(full, waiting);
            Limits limits =
                    new Limits(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMillis(200), 10, false);

            assertThat(http.exchange(Calls.get("http://127.0.0.1:" + full.getLocalPort() + "/", limits)))
                    .isInstanceOfSatisfying(
                            NotSent.class, failure -> assertThat(failure.reason()).isEqualTo(Reason.CONNECT_TIMEOUT));
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    private static boolean hasIpv6() {
        try (ServerSocket _ = new ServerSocket(0, 1, InetAddress.ofLiteral("::1"))) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Connects until the listener's queue is full, so that the next one waits for ever. */
    private static void fill(ServerSocket listener, List<Socket> waiting) throws IOException {
        while (waiting.size() < 100) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort()), 300);
            } catch (SocketTimeoutException e) {
                return;
            }
        }
        throw new AssertionError("the queue of the listener is never full");
    }

    private static ScriptedServer server(String address, int port) {
        return new ScriptedServer(address, port, ServerSocketFactory.getDefault(), peer -> {
            peer.head();
            peer.write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        });
    }

    private static OutboundHttp http(NameLookup names) {
        return new OutboundHttp(ONE, names, SSLContexts.createDefault());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
