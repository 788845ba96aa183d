package io.stele.adapters.connector.whatsapp;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.http.Answered;
import io.stele.adapters.http.Call;
import io.stele.adapters.http.ChunkSink;
import io.stele.adapters.http.Download;
import io.stele.adapters.http.Exchange;
import io.stele.adapters.http.Header;
import io.stele.adapters.http.Limits;
import io.stele.adapters.http.OutboundHttp;
import io.stele.adapters.json.JsonTexts;
import io.stele.core.delivery.Connector;
import io.stele.core.delivery.Outcome;
import io.stele.core.message.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks Graph, with an endpoint's token, and says what came of it within {@link Connector#DEADLINE}. */
final class GraphClient {

    /** What anything that needs a token comes to without one. */
    static final Failure NOT_CONNECTED = new Failure(
            "ENDPOINT_NOT_CONNECTED",
            "The endpoint is not connected to WhatsApp",
            "It has no access token, or no id of a phone number");

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int LARGEST_ANSWER = 256 * 1024;

    private static final Limits LIMITS = new Limits(
            CONNECT, Connector.DEADLINE.minusSeconds(2), Connector.DEADLINE.minusSeconds(1), LARGEST_ANSWER, true);

    private final OutboundHttp http;
    private final JsonTexts texts;
    private final InstantSource clock;

    GraphClient(OutboundHttp http, JsonTexts texts, InstantSource clock) {
        this.http = http;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * @param path below the version, with no slash at its start
     * @param attempt counted from 1
     */
    Verdict post(WhatsAppSettings settings, String path, byte[] json, int attempt) {
        return verdict(settings, Call.Method.POST, path, new Call.Body(json, "application/json"), attempt);
    }

    /** @param path below the version, with no slash at its start */
    Verdict.Harmless get(WhatsAppSettings settings, String path) {
        return verdict(settings, Call.Method.GET, path, null, 1).harmless();
    }

    /**
     * Fetches a file from an address that Graph gave.
     *
     * @param authorization as {@link WhatsAppSettings#authorization} has it
     * @throws IOException as the sink throws it
     */
    Download download(Header authorization, String url, int mostBytes, Duration total, ChunkSink sink)
            throws IOException {
        Limits limits = new Limits(CONNECT, Connector.DEADLINE, total, mostBytes, true);
        return http.download(new Call(Call.Method.GET, url, List.of(authorization), null, limits), sink);
    }

    private Verdict verdict(
            WhatsAppSettings settings, Call.Method method, String path, Call.@Nullable Body body, int attempt) {
        Optional<Header> authorization = settings.authorization();
        if (authorization.isEmpty()) {
            return new Verdict.Not(new Outcome.Refused(NOT_CONNECTED));
        }
        Exchange exchange = http.exchange(
                new Call(method, settings.address(path), List.of(authorization.get()), body, LIMITS));
        return new GraphVerdict(attempt, clock.instant()).of(exchange, tree(exchange));
    }

    /** Whatever is no object is no answer of Graph's. */
    private @Nullable JsonNode tree(Exchange exchange) {
        return exchange instanceof Answered answered
                ? texts.read(new String(answered.body(), StandardCharsets.UTF_8))
                        .filter(JsonNode::isObject)
                        .orElse(null)
                : null;
    }
}
