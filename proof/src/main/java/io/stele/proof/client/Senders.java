package io.stele.proof.client;

import io.stele.graphstub.client.Person;
import io.stele.graphstub.json.Json;
import io.stele.graphstub.ledger.Ledger;
import io.stele.harness.process.Waiting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Several clients that send texts, each text once only, to people of their own: so whoever gets texts gets them from one client, which waits for each
 * answer before it sends the next. A text whose outcome stays unknown is sent again, with the same idempotency key, until it is answered; one
 * without a key is left alone.
 */
public final class Senders implements AutoCloseable {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
    private static final Duration BEFORE_THE_NEXT_TRY = Duration.ofMillis(200);

    private final Wire wire = new Wire(LONGEST_ANSWER);
    private final Turns turns = new Turns();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final URI root;
    private final Ledger ledger;
    private volatile boolean closed;

    private Senders(URI root, Ledger ledger) {
        this.root = root;
        this.ledger = ledger;
    }

    /**
     * Starts them.
     *
     * @param file where they write down what they do
     * @param prefix with which all texts begin, which nobody else uses
     * @param pause after each text of a client
     */
    public static Senders start(
            URI root, Path file, String prefix, List<Person> people, int clients, Duration pause) throws IOException {
        Senders senders = new Senders(root, Ledger.open(file, false, 1));
        for (int i = 0; i < clients; i++) {
            String client = prefix + i;
            List<Person> own = new ArrayList<>();
            for (int j = i; j < people.size(); j += clients) {
                own.add(people.get(j));
            }
            senders.turns.start(number -> senders.send(client, number, own), pause);
        }
        return senders;
    }

    /** How many texts were answered with success up to now. */
    public long answered() {
        return answered.get();
    }

    /** How many times a text was refused or not answered up to now. */
    public long failed() {
        return failed.get();
    }

    /** Begins no further text, and waits until those that are under way are answered. */
    public void stop() {
        turns.end("the clients have ended");
    }

    @Override
    public void close() throws IOException {
        turns.stop();
        closed = true;
        wire.close();
        ledger.close();
    }

    private void send(String client, int number, List<Person> people) {
        Person person = people.get(number % people.size());
        Shape shape = Shape.values()[(number / people.size() + number) % Shape.values().length];
        send(client + "-" + number, number, person, shape);
    }

    private void send(String text, int number, Person person, Shape shape) {
        String key = "key-" + text;
        String digits = String.valueOf(person.digits());
        Answer answer;
        do {
            ledger.record(Json.members(
                    "kind", "intent",
                    "text", text,
                    "person", digits,
                    "number", number,
                    "flavour", shape.flavour().name(),
                    "key", shape.isKeyed() ? key : null));
            answer = wire.post(root.resolve(shape.path()), shape.headers(key), shape.body(digits, text, key));
            if (closed) {
                return;
            }
            write(text, shape, answer);
            if (!shape.id(answer).isEmpty()) {
                answered.incrementAndGet();
            } else {
                failed.incrementAndGet();
            }
            if (answer.isPassing()) {
                Waiting.pause(BEFORE_THE_NEXT_TRY);
            }
        } while (shape.isKeyed() && answer.isPassing() && !closed);
    }

    private void write(String text, Shape shape, Answer answer) {
        String id = shape.id(answer);
        boolean refused = answer.status() != 0 && id.isEmpty();
        ledger.record(Json.members(
                "kind", "answer",
                "text", text,
                "status", answer.status(),
                "id", id,
                "envelope", refused ? shape.isEnvelope(answer) : null,
                "retry_after", answer.retryAfter().isEmpty() ? null : answer.retryAfter(),
                "said", refused ? answer.body() : null,
                "fault", answer.fault().isEmpty() ? null : answer.fault()));
    }
}
