package io.stele.graphstub.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import io.stele.graphstub.callback.ReceiptPlan;
import io.stele.graphstub.client.GraphStubProcess;
import io.stele.graphstub.client.LedgerLine;
import io.stele.graphstub.client.Totals;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The process: how it starts, ends, and holds out. */
class ProcessTest {

    @Test
    void needsNothingOfWhatItVerifies() {
        String alone = List.of(GraphStubProcess.class, JsonFactory.class).stream()
                .map(ProcessTest::place)
                .reduce((one, other) -> one + File.pathSeparator + other)
                .orElseThrow();

        try (Shop shop = Shop.open(Shop.stub().classPath(alone))) {
            assertThat(shop.sendText("a")).startsWith("wamid.");
        }
    }

    @Test
    void endsWhenItsInputDoes() {
        Shop shop = Shop.open();

        shop.close();

        assertThat(shop.stub.exitCode()).isZero();
    }

    @Test
    void endsWhenTold() {
        try (Shop shop = Shop.open()) {
            shop.stub.stop();

            assertThat(shop.stub.exitCode()).isEqualTo(128 + 15);
        }
    }

    @Test
    void canBeKilled() {
        try (Shop shop = Shop.open()) {
            assertThat(ProcessHandle.of(shop.stub.pid())).isPresent();

            shop.stub.kill();

            assertThat(shop.stub.isAlive()).isFalse();
        }
    }

    @Test
    void doesNotStartWithOptionsThatMakeNoSense() {
        assertThatThrownBy(() -> GraphStubProcess.with().option("--colour", "red").start())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("did not start");
    }

    @Test
    void servesManyAtOnce() throws Exception {
        int senders = 8;
        int messages = 250;
        try (Shop shop = Shop.open();
                CallbackSink sink = new CallbackSink();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            shop.control.callback(sink.url());
            shop.control.receipts(ReceiptPlan.of("sent"));

            List<Future<List<String>>> sent = IntStream.range(0, senders)
                    .mapToObj(sender -> threads.submit(() -> IntStream.range(0, messages)
                            .mapToObj(i -> shop.sendText(sender + "-" + i))
                            .toList()))
                    .toList();

            Set<String> wamids = new HashSet<>();
            for (Future<List<String>> each : sent) {
                wamids.addAll(each.get());
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> shop.control.totals().callbacksAcknowledged() == senders * messages);
            assertThat(wamids).hasSize(senders * messages);
            assertThat(shop.control.accepted()).extracting(LedgerLine::wamid).containsExactlyInAnyOrderElementsOf(wamids);
            assertThat(shop.control.totals())
                    .isEqualTo(new Totals(
                            senders * messages, 0, 0, senders * messages, 0, senders * messages, senders * messages));
        }
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
