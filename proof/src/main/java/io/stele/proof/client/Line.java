package io.stele.proof.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * One connection, kept from one request to the next. Asks once; nothing is ever repeated by itself. For one thread.
 *
 * <p>Thousands of them cost little: what {@link Wire} does for a request it does in a dozen steps on other threads, and on a machine that is too busy each waits for its
 * turn, so that sends would be late because of the sender.
 */
final class Line implements AutoCloseable {

    private static final int CONNECT_MILLIS = 5_000;

    private final HttpRequestExecutor executor = new HttpRequestExecutor();
    private final URI root;
    private final Timeout longest;
    private @Nullable DefaultBHttpClientConnection open;

    /**
     * @param root where it connects to, at the first request and whenever the other side has closed
     * @param longest how long each part of an answer is waited for
     */
    Line(URI root, Timeout longest) {
        this.root = root;
        this.longest = longest;
    }

    Answer post(String path, Map<String, String> headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        BasicClassicHttpRequest request = new BasicClassicHttpRequest("POST", path);
        request.addHeader(HttpHeaders.HOST, root.getAuthority());
        request.addHeader(HttpHeaders.CONTENT_LENGTH, bytes.length);
        headers.forEach(request::addHeader);
        request.setEntity(new ByteArrayEntity(bytes, null));
        try {
            return exchange(connected(), request);
        } catch (IOException | HttpException e) {
            close();
            return new Answer(0, "", "", e.toString());
        }
    }

    private Answer exchange(DefaultBHttpClientConnection connection, BasicClassicHttpRequest request) throws IOException, HttpException {
        HttpCoreContext context = HttpCoreContext.create();
        try (ClassicHttpResponse response = executor.execute(request, connection, context)) {
            String body = EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8);
            if (!DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response, context)) {
                close();
            }
            Header retryAfter = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
            return new Answer(response.getCode(), body, retryAfter == null ? "" : retryAfter.getValue(), "");
        }
    }

    private DefaultBHttpClientConnection connected() throws IOException {
        DefaultBHttpClientConnection kept = open;
        if (kept != null) {
            return kept;
        }
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(root.getHost(), root.getPort()), CONNECT_MILLIS);
            DefaultBHttpClientConnection fresh = new DefaultBHttpClientConnection(Http1Config.DEFAULT);
            fresh.bind(socket);
            fresh.setSocketTimeout(longest);
            open = fresh;
            return fresh;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public void close() {
        DefaultBHttpClientConnection kept = open;
        open = null;
        if (kept != null) {
            kept.close(CloseMode.IMMEDIATE);
        }
    }
}
