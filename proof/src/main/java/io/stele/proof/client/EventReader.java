package io.stele.proof.client;

import io.stele.graphstub.json.Json;
import io.stele.graphstub.json.Members;
import io.stele.graphstub.ledger.Ledger;
import io.stele.harness.process.Waiting;
import io.stele.harness.stele.Key;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Reads the event log, page after page, each after the last position that it has seen; whatever happens, it goes on there. */
public final class EventReader implements AutoCloseable {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);
    private static final Duration BEFORE_THE_NEXT_TRY = Duration.ofMillis(100);
    private static final int GOOD = 200;

    private final Wire wire = new Wire(LONGEST_ANSWER);
    private final URI root;
    private final Ledger ledger;
    private volatile boolean closed;

    private EventReader(URI root, Ledger ledger) {
        this.root = root;
        this.ledger = ledger;
    }

    /** @param file where it writes down each event, and each answer that is no page */
    public static EventReader start(URI root, Path file) throws IOException {
        EventReader reader = new EventReader(root, Ledger.open(file, false, 1));
        Thread.ofVirtual().start(reader::run);
        return reader;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        wire.close();
        ledger.close();
    }

    private void run() {
        long position = 0;
        while (!closed) {
            Answer answer = wire.get(root.resolve("/events?limit=500&wait=2&after=" + position), Key.ZAVU.headers());
            if (closed) {
                return;
            }
            if (answer.status() == GOOD) {
                Members page = answer.members().orElseThrow();
                page.listOfMembers("events").forEach(this::write);
                position = page.number("next", position);
            } else {
                if (!answer.isPassing()) {
                    ledger.record(Json.members("kind", "refused", "status", answer.status(), "said", answer.body()));
                }
                Waiting.pause(BEFORE_THE_NEXT_TRY);
            }
        }
    }

    private void write(Members event) {
        ledger.record(Json.members("kind", "event", "event", event.all()));
    }
}
