package io.stele.graphstub.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Asks other servers by HTTP/1.1, each time once: nothing is repeated or followed. It blocks the thread that asks, which should be a virtual one, and hands nothing to another, as
 * the JDK's client does: under load it shares processors with what is tested. Connections are kept for a while.
 */
public final class HttpCaller {

    private static final int HTTP_PORT = 80;
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

    private final Map<InetSocketAddress, Deque<Connection>> idle = new ConcurrentHashMap<>();

    /**
     * Asks once, and waits for the whole answer.
     *
     * @param url of the scheme {@code http}
     * @param headers without those that tell of host and length
     * @param timeout for which each further piece of the answer is waited for
     * @throws IOException when there is no whole answer
     */
    public Response call(String method, URI url, Map<String, String> headers, byte[] body, Duration timeout) throws IOException {
        if (!"http".equals(url.getScheme())) {
            throw new ProtocolException("only http is spoken here: " + url);
        }
        InetSocketAddress address = new InetSocketAddress(url.getHost(), url.getPort() < 0 ? HTTP_PORT : url.getPort());
        Connection connection = connection(address);
        try {
            Response response = connection.ask(request(method, url, headers, body), timeout);
            if (response.keepsAlive()) {
                idleTo(address).push(connection.rest());
            } else {
                connection.close();
            }
            return response;
        } catch (IOException e) {
            connection.close();
            // The others to a server that was killed are dead as well.
            closeIdle(address);
            throw e;
        }
    }

    private Connection connection(InetSocketAddress address) throws IOException {
        Connection last = idleTo(address).poll();
        if (last != null && !last.isTooOld()) {
            return last;
        }
        if (last != null) {
            // The others are older still.
            last.close();
            closeIdle(address);
        }
        return Connection.open(address, LONGEST_CONNECT);
    }

    private void closeIdle(InetSocketAddress address) {
        for (Connection each = idleTo(address).poll(); each != null; each = idleTo(address).poll()) {
            each.close();
        }
    }

    private Deque<Connection> idleTo(InetSocketAddress address) {
        return idle.computeIfAbsent(address, _ -> new ConcurrentLinkedDeque<>());
    }

    private static byte[] request(String method, URI url, Map<String, String> headers, byte[] body) {
        StringBuilder head = new StringBuilder(300)
                .append(method).append(' ').append(url.getRawPath().isEmpty() ? "/" : url.getRawPath());
        if (url.getRawQuery() != null) {
            head.append('?').append(url.getRawQuery());
        }
        head.append(" HTTP/1.1\r\nHost: ").append(url.getRawAuthority());
        headers.forEach((name, value) -> head.append("\r\n").append(name).append(": ").append(value));
        head.append("\r\nContent-Length: ").append(body.length).append("\r\n\r\n");
        byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[start.length + body.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        return whole;
    }
}
