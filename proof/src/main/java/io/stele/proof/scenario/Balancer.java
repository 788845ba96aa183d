package io.stele.proof.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One address for several servers: each connection goes to the next of them that takes connections, and is cut when that one dies. It knows nothing of
 * what goes through it.
 */
final class Balancer implements AutoCloseable {

    private static final int BACKLOG = 1024;
    private static final int CONNECT_MILLIS = 1_000;

    private final ServerSocket server;
    private final List<Integer> ports;
    private final AtomicInteger next = new AtomicInteger();

    private Balancer(ServerSocket server, List<Integer> ports) {
        this.server = server;
        this.ports = ports;
    }

    /** @param ports of the servers, on the loopback address */
    static Balancer open(List<Integer> ports) throws IOException {
        Balancer balancer = new Balancer(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), ports);
        Thread.ofPlatform().daemon().name("balancer").start(balancer::accept);
        return balancer;
    }

    URI root() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> join(client));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    System.err.println("the balancer cannot accept: " + e);
                }
            }
        }
    }

    private void join(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            Socket node = connect();
            if (node != null) {
                try (node) {
                    Thread back = Thread.ofVirtual().start(() -> pump(node, client));
                    pump(client, node);
                    back.join();
                }
            }
        } catch (IOException _) {
            // One side is gone, and so is the other then.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Socket connect() {
        for (int i = 0; i < ports.size(); i++) {
            int port = ports.get(Math.floorMod(next.getAndIncrement(), ports.size()));
            Socket node = new Socket();
            try {
                node.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
                node.setTcpNoDelay(true);
                return node;
            } catch (IOException _) {
                closeQuietly(node);
            }
        }
        return null;
    }

    private static void pump(Socket from, Socket to) {
        try {
            InputStream input = from.getInputStream();
            OutputStream output = to.getOutputStream();
            input.transferTo(output);
        } catch (IOException _) {
            // As though it had ended.
        } finally {
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is of no use any more.
        }
    }
}
