package io.stele.adapters.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A server on loopback that does with each connection what the test says. */
public final class ScriptedServer implements AutoCloseable {

    /** What is done with a connection. When it ends, the connection is closed in good form. */
    @FunctionalInterface
    public interface Script {
        void run(Peer peer) throws Exception;
    }

    private final ServerSocket listener;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final Queue<String> heads = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final CountDownLatch stopped = new CountDownLatch(1);

    public ScriptedServer(Script script) {
        this("127.0.0.1", 0, ServerSocketFactory.getDefault(), script);
    }

    public ScriptedServer(String address, int port, ServerSocketFactory factory, Script script) {
        try {
            listener = factory.createServerSocket();
            listener.bind(new InetSocketAddress(InetAddress.ofLiteral(address), port), 500);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(() -> accept(script));
    }

    private void accept(Script script) {
        while (stopped.getCount() > 0) {
            try {
                Socket socket = listener.accept();
                sockets.add(socket);
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> run(script, socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void run(Script script, Socket socket) {
        try (socket) {
            script.run(new Peer(socket, heads, stopped));
        } catch (Exception e) {
            // the other side went away, which most of the tests make it do
        } finally {
            ended.incrementAndGet();
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    public String url(String target) {
        return "http://127.0.0.1:" + port() + target;
    }

    /** How many connections were made. */
    public int connections() {
        return connections.get();
    }

    /** How many connections the script is done with. */
    public int ended() {
        return ended.get();
    }

    /** The heads of the requests so far. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    @Override
    public void close() {
        stopped.countDown();
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
