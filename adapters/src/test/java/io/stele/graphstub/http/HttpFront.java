package io.stele.graphstub.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Listens on the loopback address; each connection has a virtual thread of its own and is kept alive. */
public final class HttpFront implements AutoCloseable {

    private static final int BACKLOG = 1024;
    private static final int IDLE_MILLIS = 120_000;

    private final ServerSocket server;
    private final Handler handler;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private HttpFront(ServerSocket server, Handler handler) {
        this.server = server;
        this.handler = handler;
    }

    /**
     * Starts to listen.
     *
     * @param port 0 for any free one
     */
    public static HttpFront listen(int port, Handler handler) throws IOException {
        ServerSocket server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        HttpFront front = new HttpFront(server, handler);
        Thread.ofPlatform().name("accept").daemon(true).start(front::accept);
        return front;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Stops listening and drops every connection. */
    @Override
    public void close() throws IOException {
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    System.err.println("a connection could not be accepted: " + e);
                }
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            connection.setSoTimeout(IDLE_MILLIS);
            Input input = new Input(new BufferedInputStream(connection.getInputStream(), 16 * 1024));
            OutputStream output = connection.getOutputStream();
            try {
                serve(connection, input, output);
            } catch (BadRequestException e) {
                Answer answer = Answer.json(400, Map.of("error", String.valueOf(e.getMessage())));
                output.write(answer.head(answer.body().length, false));
                output.write(answer.body());
                output.flush();
            }
        } catch (IOException e) {
            // The other side is gone: there is nobody to tell.
        } catch (RuntimeException e) {
            // A defect of ours: whoever waits for an answer sees the connection close, whoever looks here sees why.
            e.printStackTrace();
        } finally {
            connections.remove(connection);
        }
    }

    private void serve(Socket connection, Input input, OutputStream output) throws IOException {
        Head head = input.head();
        while (head != null) {
            Exchange exchange = new Exchange(head, input, output, connection);
            handler.handle(exchange);
            head = exchange.isOpen() ? input.head() : null;
        }
    }
}
