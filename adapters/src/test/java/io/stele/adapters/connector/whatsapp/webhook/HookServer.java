package io.stele.adapters.connector.whatsapp.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.stele.core.inbound.Heard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** An address for Meta to post to, on the loopback: takes what is signed, and reads it. */
final class HookServer implements AutoCloseable {

    private final String secret;
    private final String token;
    private final HttpServer server;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();

    HookServer(String secret, String token) {
        this.secret = secret;
        this.token = token;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/hook", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    List<Heard> heard() {
        return heard;
    }

    void clear() {
        heard.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("GET")) {
                verify(exchange);
            } else if (MetaSignature.isValid(
                    List.of("older-secret", secret), body, exchange.getRequestHeaders().getFirst(MetaSignature.HEADER))) {
                heard.add(Posts.read(Posts.json(body)));
                exchange.sendResponseHeaders(200, -1);
            } else {
                exchange.sendResponseHeaders(403, -1);
            }
        }
    }

    private void verify(HttpExchange exchange) throws IOException {
        Map<String, String> query = Arrays.stream(exchange.getRequestURI().getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1])));
        byte[] answer = new VerificationRequest(
                        query.get("hub.mode"), query.get("hub.verify_token"), query.get("hub.challenge"))
                .answer(List.of(token))
                .orElse("")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.length == 0 ? 403 : 200, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
