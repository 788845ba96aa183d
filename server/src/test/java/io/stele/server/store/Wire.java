package io.stele.server.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between a client and a PostgreSQL server on this machine, and cuts connections when it is told to. */
final class Wire implements AutoCloseable {

    private static final int LARGEST_PART = 64 * 1024;

    /** With what the server completes the command. */
    private static final String COMMITTED = "COMMIT\0";

    private final ServerSocket listening;
    private final int server;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final AtomicInteger commitsToCut = new AtomicInteger();
    private final AtomicInteger cut = new AtomicInteger();
    private volatile boolean goesAway;
    private volatile boolean away;

    /** @param server the port of the server */
    Wire(int server) {
        try {
            this.listening = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.server = server;
        Thread.ofVirtual().start(this::accept);
    }

    /** Where clients connect to. */
    int port() {
        return listening.getLocalPort();
    }

    /** Cuts each connection on which one of the next commits is done: the server has committed, and the client does not hear of it. */
    void cutAfterCommits(int commits) {
        commitsToCut.set(commits);
    }

    /** Cuts the next commit, and all connections with it; takes no new ones until it is {@link #back}. */
    void goAwayAfterCommit() {
        goesAway = true;
        cutAfterCommits(1);
    }

    void back() {
        away = false;
        goesAway = false;
    }

    /** How many commits were cut off. */
    int cut() {
        return cut.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                if (away) {
                    client.close();
                } else {
                    Thread.ofVirtual().start(() -> join(client));
                }
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void join(Socket client) {
        open.add(client);
        try (client;
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server)) {
            open.add(upstream);
            Thread.ofVirtual().start(() -> answer(upstream, client));
            client.getInputStream().transferTo(upstream.getOutputStream());
        } catch (IOException e) {
            // the connection has ended
        }
    }

    private void answer(Socket upstream, Socket client) {
        byte[] part = new byte[LARGEST_PART];
        try (client) {
            InputStream from = upstream.getInputStream();
            OutputStream to = client.getOutputStream();
            for (int length = from.read(part); length >= 0; length = from.read(part)) {
                boolean committed = new String(part, 0, length, StandardCharsets.ISO_8859_1).contains(COMMITTED);
                if (committed && commitsToCut.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    away = goesAway;
                    if (away) {
                        cutAll();
                    }
                    cut.incrementAndGet();
                    return;
                }
                to.write(part, 0, length);
                to.flush();
            }
        } catch (IOException e) {
            // the connection has ended
        }
    }

    /** Ends all connections, and takes no new ones. */
    @Override
    public void close() {
        try {
            listening.close();
            cutAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cutAll() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }
}
