package io.stele.graphstub.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** A connection to another server, for one request at a time. */
final class Connection {

    /** Servers close idle connections after longer than that. */
    private static final long OLD_NANOS = Duration.ofSeconds(5).toNanos();

    private final Socket socket;
    private final Input input;
    private long restsSince;

    private Connection(Socket socket, Input input) {
        this.socket = socket;
        this.input = input;
    }

    static Connection open(InetSocketAddress address, Duration longest) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(address, Math.toIntExact(longest.toMillis()));
            return new Connection(socket, new Input(new BufferedInputStream(socket.getInputStream())));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Sends a whole request, and reads the whole answer. */
    Response ask(byte[] request, Duration timeout) throws IOException {
        socket.setSoTimeout(Math.toIntExact(timeout.toMillis()));
        socket.getOutputStream().write(request);
        return input.response();
    }

    /** This, which waits for the next request from now on. */
    Connection rest() {
        restsSince = System.nanoTime();
        return this;
    }

    boolean isTooOld() {
        return System.nanoTime() - restsSince > OLD_NANOS;
    }

    void close() {
        try {
            socket.close();
        } catch (IOException _) {
            // Nothing more is wanted of it.
        }
    }
}
