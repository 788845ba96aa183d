package io.stele.proof.receiver;

import io.stele.graphstub.http.Answer;
import io.stele.graphstub.http.Exchange;
import io.stele.graphstub.http.HttpFront;
import io.stele.graphstub.json.Json;
import io.stele.graphstub.ledger.Ledger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The receiver. It writes each request into its ledger before it answers, and then does as the path's {@link Manner} says. It ends with its input. */
final class ReceiverMain {

    private static final Duration A_WHILE = Duration.ofMillis(500);

    private final Ledger ledger;
    private final Map<String, Integer> times = new ConcurrentHashMap<>();

    private ReceiverMain(Ledger ledger) {
        this.ledger = ledger;
    }

    /** @param words the ledger's file; its first line says where the receiver is reached */
    public static void main(String... words) throws IOException {
        Ledger ledger = Ledger.open(Path.of(words[0]), false, 1);
        HttpFront front = HttpFront.listen(0, new ReceiverMain(ledger)::receive);
        ledger.record(Json.members("kind", "ready", "root", "http://127.0.0.1:" + front.port()));
        int read = 0;
        while (read >= 0) {
            read = System.in.read();
        }
        System.exit(0);
    }

    private void receive(Exchange exchange) throws IOException {
        String path = exchange.head().path();
        String body = new String(exchange.body(), StandardCharsets.UTF_8);
        ledger.record(Json.members(
                "kind", "request", "path", path, "headers", exchange.head().headers(), "body", body));
        int time = times.merge(path + " " + body, 1, Integer::sum);
        switch (Manner.of(path)) {
            case FINE -> exchange.answer(text(200));
            case SLOW -> {
                Exchange.pause(A_WHILE);
                exchange.answer(text(200));
            }
            case FAILING_ONCE -> exchange.answer(text(time == 1 ? 500 : 200));
            case CUT_ONCE -> {
                if (time == 1) {
                    exchange.reset();
                } else {
                    exchange.answer(text(200));
                }
            }
            case DEAD -> exchange.answer(text(503));
        }
    }

    private static Answer text(int status) {
        return Answer.of(status, "text/plain", "noted".getBytes(StandardCharsets.UTF_8));
    }
}
