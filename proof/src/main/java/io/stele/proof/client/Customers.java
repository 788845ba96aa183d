package io.stele.proof.client;

import io.stele.graphstub.client.CallbackBody;
import io.stele.graphstub.client.Inbound;
import io.stele.graphstub.client.Person;
import io.stele.graphstub.json.Json;
import io.stele.graphstub.ledger.Ledger;
import io.stele.harness.process.Waiting;
import io.stele.harness.stele.BusinessNumber;
import io.stele.harness.stele.HookSigner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** People who write to the business. Each message is posted as Meta does it, again and again until it is answered with 200. */
public final class Customers implements AutoCloseable {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);
    private static final Duration BEFORE_THE_NEXT_TRY = Duration.ofMillis(300);
    private static final int IN_A_BODY = 50;

    /** Each greeting has words of its own. */
    private static final AtomicInteger GREETINGS = new AtomicInteger();

    private static final int TAKEN = 200;

    private final Wire wire = new Wire(LONGEST_ANSWER);
    private final URI hook;
    private final Ledger ledger;
    private final List<Person> people;
    private final Turns turns = new Turns();
    private volatile boolean closed;

    /**
     * Nobody writes yet.
     *
     * @param file where they write down what they do
     */
    public Customers(URI hook, Path file, List<Person> people) throws IOException {
        this.hook = hook;
        this.ledger = Ledger.open(file, false, 1);
        this.people = people;
    }

    /** Everybody writes once, which opens their windows. */
    public void greet() {
        String greeting = "hello" + GREETINGS.incrementAndGet() + "-";
        for (int i = 0; i < people.size(); i += IN_A_BODY) {
            post(people.subList(i, Math.min(people.size(), i + IN_A_BODY)).stream()
                    .map(person -> new Written(greeting + person.digits(), person))
                    .toList());
        }
    }

    /** Several write at the same time, one after the other of the people. */
    public void start(int atOnce, Duration pause) {
        for (int i = 0; i < atOnce; i++) {
            int writer = i;
            turns.start(
                    number -> {
                        Person person = people.get((number * atOnce + writer) % people.size());
                        post(List.of(new Written("c" + writer + "-" + number, person)));
                    },
                    pause);
        }
    }

    /** Nobody writes any more; waits until all that was written is taken. */
    public void stop() {
        turns.end("all that people wrote is taken");
    }

    @Override
    public void close() throws IOException {
        turns.stop();
        closed = true;
        wire.close();
        ledger.close();
    }

    private record Written(String text, Person person) {}

    private void post(List<Written> written) {
        Inbound[] messages = written.stream()
                .map(each -> Inbound.text(each.person(), each.text()))
                .toArray(Inbound[]::new);
        String body = CallbackBody.of(BusinessNumber.BUSINESS).messages(messages).json();
        String signature = new HookSigner(BusinessNumber.APP_SECRET).sign(body);
        Map<String, String> headers = Map.of("Content-Type", "application/json", HookSigner.HEADER, signature);
        written.forEach(each -> ledger.record(Json.members("kind", "intent", "text", each.text())));
        Answer answer = wire.post(hook, headers, body);
        while (answer.status() != TAKEN && !closed) {
            note(written, answer);
            Waiting.pause(BEFORE_THE_NEXT_TRY);
            answer = wire.post(hook, headers, body);
        }
        if (!closed) {
            note(written, answer);
        }
    }

    private void note(List<Written> written, Answer answer) {
        written.forEach(each ->
                ledger.record(Json.members("kind", "answer", "text", each.text(), "status", answer.status())));
    }
}
