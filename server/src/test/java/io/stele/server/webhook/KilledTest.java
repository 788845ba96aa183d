package io.stele.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.json.tree.JsonNode;
import io.stele.server.Answer;
import io.stele.server.Http;
import io.stele.server.OnDatabase;
import io.stele.server.api.chirp.ChirpDeliveryCheck;
import io.stele.server.api.kapso.KapsoDeliveryCheck;
import io.stele.server.restart.SteleProcess;
import io.stele.server.webhook.ReceiverProcess.Delivery;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Customers write, one message after the other, while the server is killed with {@code kill -9} and started again a good half minute later: what
 * waited meanwhile is no less in order. Two receivers are told of it: one
 * takes its time, so that deliveries are under way when the server dies, the other refuses each of them once.
 */
@Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class KilledTest implements OnDatabase {

    private static final String ZAVU = "zv_live_killed_in_the_middle";
    private static final String KAPSO = "kapso-key-of-the-killed";
    private static final String CHIRP = "sk_live_app_killed_in_the_middle";
    private static final String NUMBER = "+15550100077";
    private static final String NUMBER_ID = "208745577";
    private static final String SECRET = "kapso-test-secret-ü";
    private static final int CUSTOMERS = 10;
    private static final int MESSAGES = 10;
    private static final int BEFORE_THE_END = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Longer than a delivery of Kapso's waits for one before it that fails (contract §4.6). */
    private static final Duration DOWN = Duration.ofSeconds(31);

    @TempDir
    private Path directory;

    private final AtomicReference<Http> current = new AtomicReference<>();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();

    /** What one of the receivers got. */
    private record Receipts(List<Delivery> deliveries, Function<Delivery, String> id, Function<Delivery, String> text) {

        static Receipts ofKapso(List<Delivery> deliveries) {
            return new Receipts(
                    deliveries,
                    delivery -> delivery.header("X-Idempotency-Key"),
                    delivery -> delivery.request()
                            .json()
                            .get("message")
                            .get("text")
                            .get("body")
                            .getStringValue());
        }

        static Receipts ofChirp(List<Delivery> deliveries) {
            return new Receipts(deliveries, delivery -> delivery.header("webhook-id"), delivery -> delivery.request()
                    .json()
                    .get("data")
                    .get("message")
                    .get("text")
                    .getStringValue());
        }

        /** The deliveries of each event, in the order in which the events arrived first. */
        Map<String, List<Delivery>> byEvent() {
            return deliveries.stream().collect(Collectors.groupingBy(id, LinkedHashMap::new, Collectors.toList()));
        }

        /** How many events tell of each text. */
        Map<String, Integer> events() {
            Map<String, Integer> counts = new TreeMap<>();
            byEvent().values().forEach(same -> counts.merge(text.apply(same.getFirst()), 1, Integer::sum));
            return counts;
        }
    }

    @Test
    void everyEventArrivesAtLeastOnceAndAsItself() throws InterruptedException {
        Map<String, String> environment = environment();
        try (ReceiverProcess receiver = ReceiverProcess.start(directory)) {
            String leisurely = Manner.LEISURELY.newPath();
            String failing = Manner.FAILING_ONCE.newPath();
            String secret;
            try (SteleProcess first = SteleProcess.start(environment, directory);
                    ExecutorService writers = Executors.newFixedThreadPool(CUSTOMERS)) {
                hookKapso(first.http(), receiver.url(leisurely));
                secret = new ChirpHooks(first.http(), CHIRP)
                        .add(receiver.url(failing), "messages.whatsapp.received")
                        .secret();
                current.set(first.http());
                for (int customer = 0; customer < CUSTOMERS; customer++) {
                    int number = customer;
                    writers.execute(() -> write(number));
                }
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> answered.size() >= BEFORE_THE_END && isUnderWay(receiver.at(leisurely)));
                first.kill();
                Instant back = Instant.now().plus(DOWN);
                await().atMost(PATIENCE).until(() -> Instant.now().isAfter(back));
                try (SteleProcess second = SteleProcess.start(environment, directory)) {
                    current.set(second.http());
                    writers.shutdown();
                    assertThat(writers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
                    Map<String, Integer> stored = stored(second.http());
                    assertThat(stored).hasSize(CUSTOMERS * MESSAGES);

                    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
                        assertThat(Receipts.ofKapso(receiver.at(leisurely)).events()).isEqualTo(stored);
                        assertThat(isTaken(Receipts.ofChirp(receiver.at(failing)), stored)).isTrue();
                        assertThat(isPending(second.http())).isFalse();
                    });
                }
            }
            Receipts kapso = Receipts.ofKapso(receiver.at(leisurely));
            Receipts chirp = Receipts.ofChirp(receiver.at(failing));
            kapso.deliveries().forEach(delivery -> KapsoDeliveryCheck.requireGenuine(delivery.request(), SECRET));
            chirp.deliveries().forEach(delivery -> ChirpDeliveryCheck.requireGenuine(delivery.request(), secret));
            assertThat(kapso.byEvent().values()).as("what was under way comes again").anyMatch(same -> same.size() > 1);
            assertDoublesAreEqual(kapso);
            assertDoublesAreEqual(chirp);
            assertInOrder(kapso);
        }
    }

    /** Whether one of them came so lately that it is not answered yet. */
    private static boolean isUnderWay(List<Delivery> deliveries) {
        Instant lately = Instant.now().minus(ReceiverMain.A_LITTLE.dividedBy(2));
        return deliveries.stream().anyMatch(delivery -> delivery.at().isAfter(lately));
    }

    /** Writes each message until it is answered, and only then the next. */
    private void write(int customer) {
        for (int number = 0; number < MESSAGES; number++) {
            String text = "c" + customer + "-" + number;
            await().ignoreExceptions()
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> isWritten(customer, text));
        }
    }

    private boolean isWritten(int customer, String text) {
        Answer answer = current.get()
                .post(
                        "/sandbox/inbound",
                        ZAVU,
                        "{\"channel\":\"whatsapp\",\"from\":\"+4915%08d\",\"to\":\"%s\",\"type\":\"text\",\"text\":{\"body\":\"%s\"}}"
                                .formatted(91_000_000 + customer, NUMBER, text));
        if (answer.status() == 202) {
            answered.add(text);
        }
        return answer.status() == 202;
    }

    private static void hookKapso(Http http, String url) {
        Answer made = http.send(
                "POST",
                "/platform/v1/whatsapp/webhooks",
                Map.of("X-API-Key", KAPSO, "Content-Type", "application/json"),
                ("{\"whatsapp_webhook\":{\"url\":\"%s\",\"secret_key\":\"%s\",\"phone_number_id\":\"%s\","
                                + "\"events\":[\"whatsapp.message.received\"]}}")
                        .formatted(url, SECRET, NUMBER_ID));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
    }

    /** How many messages there are of each text: more than one, where the answer to the first was lost. */
    private static Map<String, Integer> stored(Http http) {
        Map<String, Integer> stored = new TreeMap<>();
        String cursor = "";
        do {
            Answer page = http.get("/v1/messages?limit=100" + cursor, ZAVU);
            for (JsonNode message : page.at("items").values()) {
                stored.merge(message.get("text").getStringValue(), 1, Integer::sum);
            }
            JsonNode next = page.at("nextCursor");
            cursor = next.isString() ? "&cursor=" + next.getStringValue() : "";
        } while (!cursor.isEmpty());
        return stored;
    }

    /** Whether each has come so often that the receiver has taken it. */
    private static boolean isTaken(Receipts receipts, Map<String, Integer> stored) {
        return receipts.events().equals(stored)
                && receipts.byEvent().values().stream().allMatch(same -> same.size() > 1);
    }

    private static boolean isPending(Http http) {
        Answer pending = http.send("GET", "/platform/v1/webhook_deliveries?status=pending", Map.of("X-API-Key", KAPSO), null);
        return pending.at("data").size() > 0;
    }

    private static void assertDoublesAreEqual(Receipts receipts) {
        receipts.byEvent()
                .forEach((id, same) ->
                        assertThat(same).as(id).extracting(Delivery::bytes).containsOnly(same.getFirst().bytes()));
    }

    /** In each conversation events arrive first as they happened, however long they waited: no delivery failed. */
    private static void assertInOrder(Receipts receipts) {
        Map<String, List<Integer>> numbers = receipts.byEvent().values().stream()
                .map(same -> receipts.text().apply(same.getFirst()))
                .collect(Collectors.groupingBy(
                        text -> text.substring(0, text.indexOf('-')),
                        Collectors.mapping(KilledTest::number, Collectors.toList())));
        assertThat(numbers).allSatisfy((customer, order) -> assertThat(order).as(customer).isSorted());
    }

    private static int number(String text) {
        return Integer.parseInt(text.substring(text.indexOf('-') + 1));
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "STELE_BOOTSTRAP_ZAVU_KEY", ZAVU,
                "STELE_BOOTSTRAP_KAPSO_KEY", KAPSO,
                "STELE_BOOTSTRAP_CHIRP_APP_KEY", CHIRP,
                "STELE_BOOTSTRAP_PHONE_NUMBER", NUMBER,
                "STELE_BOOTSTRAP_PHONE_NUMBER_ID", NUMBER_ID,
                "STELE_WEBHOOK_ALLOW", "127.0.0.0/8"));
        environment.putAll(database(directory));
        return environment;
    }
}
