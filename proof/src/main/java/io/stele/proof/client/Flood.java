package io.stele.proof.client;

import io.stele.graphstub.client.Person;
import io.stele.graphstub.json.Json;
import io.stele.graphstub.ledger.Ledger;
import io.stele.harness.process.Waiting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Sends at a rate, whether earlier sends are answered or not. Each text is sent once. Its ledger is like that of {@link Senders}. */
public final class Flood implements AutoCloseable {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);
    private static final Duration LONGEST_END = Duration.ofSeconds(90);
    private static final Duration INTERVAL = Duration.ofMillis(100);
    private static final int MOST_PROBES = 8;
    private static final long MILLIS_PER_SECOND = 1_000;

    private final Wire wire = new Wire(LONGEST_ANSWER);
    private final ConcurrentMap<String, Long> answers = new ConcurrentHashMap<>();
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong good = new AtomicLong();
    private final URI root;
    private final Ledger ledger;
    private final List<Person> people;
    private volatile boolean closed;

    /** @param file where it writes down what it does */
    public Flood(URI root, Path file, List<Person> people) throws IOException {
        this.root = root;
        this.ledger = Ledger.open(file, false, 1);
        this.people = people;
    }

    /** The same, measured again and again until it does not rise any more: at first the compiler is busy. */
    public long warmCapacity(int clients, Duration time) throws InterruptedException {
        long before = 0;
        long capacity = capacity(clients, time);
        for (int i = 1; i < MOST_PROBES && capacity * 10 > before * 11; i++) {
            before = capacity;
            capacity = Math.max(capacity, capacity(clients, time));
        }
        return capacity;
    }

    /**
     * How many sends a second are answered with success while so many clients send one after the other.
     *
     * @return at least one
     */
    public long capacity(int clients, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        AtomicInteger taken = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(clients);
        for (int i = 0; i < clients; i++) {
            Thread.ofVirtual().start(() -> {
                while (System.nanoTime() < end && !closed) {
                    if (send("capacity-") && System.nanoTime() < end) {
                        taken.incrementAndGet();
                    }
                }
                all.countDown();
            });
        }
        all.await();
        return Math.max(1, taken.get() * MILLIS_PER_SECOND / time.toMillis());
    }

    /**
     * Begins so many sends a second for this time, and waits until all are answered.
     *
     * @return how many a second were answered with success
     */
    public long send(long perSecond, Duration time) {
        long start = System.nanoTime();
        long goodBefore = good.get();
        long sent = 0;
        while (System.nanoTime() - start < time.toNanos() && !closed) {
            long due = (System.nanoTime() - start) / 1_000_000 * perSecond / MILLIS_PER_SECOND;
            for (; sent < due; sent++) {
                Thread.ofVirtual().start(() -> send("flood-"));
            }
            Waiting.pause(Duration.ofMillis(5));
        }
        Waiting.until("all that was sent is answered", LONGEST_END, INTERVAL, () -> ended.get() == begun.get());
        return (good.get() - goodBefore) * MILLIS_PER_SECOND / Math.max(1, (System.nanoTime() - start) / 1_000_000);
    }

    /** How many sends were answered, but not with success. */
    public long refused() {
        return answered.get() - good.get();
    }

    /** How many sends there were by what they were answered: the status, and whether a time to wait was told. */
    public List<String> answers() {
        return answers.entrySet().stream()
                .map(entry -> "%s: %,d".formatted(entry.getKey(), entry.getValue()))
                .sorted()
                .toList();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        wire.close();
        ledger.close();
    }

    private boolean send(String prefix) {
        long number = begun.getAndIncrement();
        String text = prefix + number;
        Person person = people.get((int) (number % people.size()));
        Shape shape = Shape.values()[(int) (number % Shape.values().length)];
        String key = "key-" + text;
        String digits = String.valueOf(person.digits());
        ledger.record(Json.members(
                "kind", "intent",
                "text", text,
                "person", digits,
                "number", number,
                "key", shape.isKeyed() ? key : null));
        Answer answer = wire.post(root.resolve(shape.path()), shape.headers(key), shape.body(digits, text, key));
        if (closed) {
            return false;
        }
        String id = shape.id(answer);
        ledger.record(Json.members(
                "kind", "answer",
                "text", text,
                "status", answer.status(),
                "id", id,
                "envelope", answer.status() == 0 || answer.isGood() || shape.isEnvelope(answer),
                "retry_after", answer.retryAfter(),
                "fault", answer.fault(),
                "said", answer.isGood() ? "" : answer.body()));
        answers.merge(kind(answer), 1L, Long::sum);
        answered.addAndGet(answer.status() == 0 ? 0 : 1);
        good.addAndGet(answer.isGood() ? 1 : 0);
        ended.incrementAndGet();
        return answer.isGood();
    }

    private static String kind(Answer answer) {
        return answer.status() == 0
                ? "no answer"
                : answer.status() + (answer.retryAfter().isEmpty() ? "" : " with Retry-After");
    }
}
