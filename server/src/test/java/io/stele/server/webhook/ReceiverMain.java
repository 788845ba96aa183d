package io.stele.server.webhook;

import io.stele.graphstub.http.Answer;
import io.stele.graphstub.http.Exchange;
import io.stele.graphstub.http.HttpFront;
import io.stele.graphstub.json.Json;
import io.stele.graphstub.ledger.Ledger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The receiver. It writes each request into its ledger before it answers, and then does as the path's {@link Manner} says. It ends when its standard
 * input does, and so with the process that started it.
 */
final class ReceiverMain {

    static final Duration A_LITTLE = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(7);
    private static final int PIECE = 8192;

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
        while (System.in.read() >= 0) {
            // nobody says anything
        }
        System.exit(0);
    }

    private void receive(Exchange exchange) throws IOException {
        String path = exchange.head().path();
        String body = Base64.getEncoder().encodeToString(exchange.body());
        ledger.record(Json.members(
                "kind", "request",
                "method", exchange.head().method(),
                "path", path,
                "headers", exchange.head().headers(),
                "body", body));
        int time = times.merge(path + " " + body, 1, Integer::sum);
        try {
            treat(exchange, Manner.of(path), time);
        } catch (IOException e) {
            ledger.record(Json.members("kind", "cut", "path", path));
            throw e;
        }
    }

    /** @param time how often the same has come to the same path, this time included */
    private static void treat(Exchange exchange, Manner manner, int time) throws IOException {
        Answer taken = text(200, "noted");
        switch (manner) {
            case FINE -> exchange.answer(taken);
            case LEISURELY -> {
                Exchange.pause(A_LITTLE);
                exchange.answer(taken);
            }
            case SLOW -> {
                Exchange.pause(LONG);
                exchange.answer(taken);
            }
            case RESETTING -> exchange.reset();
            case FAILING_ONCE -> exchange.answer(time == 1 ? text(500, "out of order") : taken);
            case FAILING_TWICE -> exchange.answer(time <= 2 ? text(500, "out of order") : taken);
            case BUSY ->
                exchange.answer(
                        time == 1
                                ? text(429, "too much").with("Retry-After", "" + Manner.RETRY_AFTER_SECONDS)
                                : taken);
            case REDIRECTING ->
                exchange.answer(text(307, "elsewhere")
                        .with("Location", "http://" + exchange.head().header("Host") + Manner.TARGET));
            case ENDLESS -> exchange.answerEndlessly(text(200, "x".repeat(PIECE)), Duration.ZERO);
            case TRICKLING -> exchange.answerEndlessly(text(200, "x"), A_LITTLE);
            case GONE -> exchange.answer(text(410, "gone"));
        }
    }

    private static Answer text(int status, String words) {
        return Answer.of(status, "text/plain", words.getBytes(StandardCharsets.UTF_8));
    }
}
