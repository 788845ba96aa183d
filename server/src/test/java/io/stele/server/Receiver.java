package io.stele.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Receives webhooks on the loopback, keeps what it gets, and answers each path as it was told to. */
public final class Receiver implements AutoCloseable {

    private static final AtomicInteger PATHS = new AtomicInteger();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();

    /** A request as it came. */
    public record Received(String path, Map<String, List<String>> headers, String body) {

        /** The header's value, whatever its case; empty when it is not there. */
        public Optional<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> String.join(",", header.getValue()))
                    .findFirst();
        }

        /** The body as a tree. */
        public JsonNode json() {
            return Http.parse(body);
        }
    }

    private Receiver(HttpServer server) {
        this.server = server;
    }

    /** Starts one on a free port. */
    public static Receiver start() {
        try {
            Receiver receiver = new Receiver(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50));
            receiver.server.setExecutor(receiver.threads);
            receiver.server.createContext("/", receiver::take);
            receiver.server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(new Received(path, Map.copyOf(exchange.getRequestHeaders()), body));
            byte[] answer = "noted".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(statuses.getOrDefault(path, 200), answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    /** A path that no other test of this process uses. */
    public static String newPath() {
        return "/hook-" + PATHS.incrementAndGet();
    }

    /** Where it is reached. */
    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Answers with this status from now on, 200 before. */
    public void answer(String path, int status) {
        statuses.put(path, status);
    }

    /** What came to this path, as it came. */
    public List<Received> at(String path) {
        return received.stream().filter(request -> request.path().equals(path)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
