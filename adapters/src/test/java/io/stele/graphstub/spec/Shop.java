package io.stele.graphstub.spec;

import io.stele.graphstub.client.Business;
import io.stele.graphstub.client.GraphControl;
import io.stele.graphstub.client.GraphStubProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A business with one number, whose Graph API is a stand-in that runs beside this test. */
final class Shop implements AutoCloseable {

    static final String NUMBER = "208745501";
    static final String ACCOUNT = "31500042";
    static final String DIGITS = "15550100042";
    static final String TOKEN = "shop-token";
    static final String SECRET = "shop-secret";
    static final Business BUSINESS = new Business(ACCOUNT, DIGITS, NUMBER);

    final GraphStubProcess stub;
    final GraphControl control;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private Shop(GraphStubProcess stub) {
        this.stub = stub;
        this.control = stub.control();
    }

    static Shop open() {
        return new Shop(stub().start());
    }

    static Shop open(GraphStubProcess.Builder stub) {
        return new Shop(stub.start());
    }

    static GraphStubProcess.Builder stub() {
        return GraphStubProcess.with().number(NUMBER, ACCOUNT, "+" + DIGITS, TOKEN).appSecret(SECRET);
    }

    /** Sends a message; apostrophes stand for quotation marks. */
    HttpResponse<String> send(String json) {
        return post("/v23.0/" + NUMBER + "/messages", json);
    }

    /** Sends a text and returns the id that it was given. */
    String sendText(String callbackData) {
        HttpResponse<String> response = send(text("+15550100777", callbackData));
        if (response.statusCode() != 200) {
            throw new AssertionError(response.body());
        }
        return wamid(response);
    }

    static String text(String to, String callbackData) {
        return "{'messaging_product':'whatsapp','to':'" + to + "','type':'text','text':{'body':'Hello'},"
                + "'biz_opaque_callback_data':'" + callbackData + "'}";
    }

    static String wamid(HttpResponse<String> response) {
        String body = response.body();
        int start = body.indexOf("wamid.");
        return body.substring(start, body.indexOf('"', start));
    }

    HttpResponse<String> post(String path, String json) {
        return exchange(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.replace('\'', '"'))));
    }

    HttpResponse<String> get(String path) {
        return exchange(request(path).GET());
    }

    /** A request with the right token. */
    HttpRequest.Builder request(String path) {
        return bare(path).header("Authorization", "Bearer " + TOKEN);
    }

    HttpRequest.Builder bare(String path) {
        return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : stub.root() + path))
                .timeout(Duration.ofSeconds(30));
    }

    HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return failing(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same where the exchange may fail. */
    HttpResponse<String> failing(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    byte[] bytes(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        stub.close();
    }
}
