package io.stele.proof.client;

import io.stele.graphstub.client.Person;
import io.stele.graphstub.json.Json;
import io.stele.graphstub.ledger.Ledger;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.apache.hc.core5.util.Timeout;

/** Sends as fast as it is answered, or at a rate. Each text is sent once. Its ledger is like that of {@link Senders}. */
public final class Flood implements AutoCloseable {

    private static final Timeout LONGEST_ANSWER = Timeout.ofSeconds(60);
    private static final Duration LONGEST_END = Duration.ofSeconds(90);
    private static final int MOST_PROBES = 8;
    private static final long MILLIS_PER_SECOND = 1_000;

    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentMap<String, Long> answers = new ConcurrentHashMap<>();
    private final AtomicLong begun = new AtomicLong();
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

    /** What {@link #capacity} tells, measured again and again until it does not rise any more: at first the compiler is busy. */
    public long warmCapacity(int number, Duration time) throws InterruptedException {
        long before = 0;
        long capacity = capacity(number, time);
        for (int i = 1; i < MOST_PROBES && capacity * 10 > before * 11; i++) {
            before = capacity;
            capacity = Math.max(capacity, capacity(number, time));
        }
        return capacity;
    }

    /**
     * How many sends a second are answered with success while so many clients send one after the other.
     *
     * @return at least one
     */
    public long capacity(int number, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        AtomicInteger taken = new AtomicInteger();
        run(number, time, line -> {
            if (System.nanoTime() >= end) {
                return false;
            }
            if (send(line, "capacity-") && System.nanoTime() < end) {
                taken.incrementAndGet();
            }
            return true;
        });
        return Math.max(1, taken.get() * MILLIS_PER_SECOND / time.toMillis());
    }

    /**
     * How many sends a second there were.
     *
     * @param begun while they were begun
     * @param taken how many were answered with success, until all were answered
     * @param neverBegun how many there were not, in all
     */
    public record Pace(long begun, long taken, long neverBegun) {}

    /**
     * Begins so many sends a second for this time, whether earlier ones are answered or not, and waits until all are answered. While all clients wait for answers the next
     * send is late; what is not begun after twice the time never is.
     *
     * @param number of clients, and so of connections, since each keeps one
     */
    public Pace send(long perSecond, Duration time, int number) throws InterruptedException {
        Schedule schedule = new Schedule(perSecond, time);
        long goodBefore = good.get();
        run(number, time.multipliedBy(Schedule.LATEST), line -> {
            if (!schedule.awaitNext()) {
                return false;
            }
            send(line, "flood-");
            return true;
        });
        return new Pace(schedule.pace(), schedule.perSecond(good.get() - goodBefore), schedule.neverBegun());
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
        clients.shutdownNow();
        ledger.close();
    }

    /** Has so many clients, each with a connection of its own, do this again and again until it says that there is no more to do. */
    private void run(int number, Duration time, Predicate<Line> send) throws InterruptedException {
        CountDownLatch all = new CountDownLatch(number);
        for (int i = 0; i < number; i++) {
            clients.execute(() -> {
                try (Line line = new Line(root, LONGEST_ANSWER)) {
                    while (!closed && send.test(line)) {
                        // goes on
                    }
                } finally {
                    all.countDown();
                }
            });
        }
        if (!all.await(time.plus(LONGEST_END).toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("not all that was sent is answered");
        }
    }

    private boolean send(Line line, String prefix) {
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
        Answer answer = line.post(shape.path(), shape.headers(key), shape.body(digits, text, key));
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
        return answer.isGood();
    }

    private static String kind(Answer answer) {
        return answer.status() == 0
                ? "no answer"
                : answer.status() + (answer.retryAfter().isEmpty() ? "" : " with Retry-After");
    }
}
