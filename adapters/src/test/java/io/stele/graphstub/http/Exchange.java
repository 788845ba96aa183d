package io.stele.graphstub.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One request and all that can be done to whoever sent it. Made for one thread. Exactly one of {@link #answer},
 * {@link #answerHalf}, {@link #answerSlowly}, {@link #answerWithLength}, {@link #answerEndlessly}, {@link #close} and
 * {@link #reset} ends it; every one but {@link #answer} ends the connection too.
 */
public final class Exchange {

    private static final byte[] GO_ON = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    private final Head head;
    private final Input input;
    private final OutputStream output;
    private final Socket socket;
    private byte @Nullable [] body;
    private boolean open = true;

    Exchange(Head head, Input input, OutputStream output, Socket socket) {
        this.head = head;
        this.input = input;
        this.output = output;
        this.socket = socket;
    }

    public Head head() {
        return head;
    }

    /** Reads the body, at the first call; says before that it may be sent, when the sender waits for that. */
    public byte[] body() throws IOException {
        byte[] read = body;
        if (read == null) {
            if ("100-continue".equalsIgnoreCase(head.header("Expect"))) {
                output.write(GO_ON);
                output.flush();
            }
            read = input.body(head);
            body = read;
        }
        return read;
    }

    public void answer(Answer answer) throws IOException {
        // An unread body would be taken for the next request.
        open = head.keepsAlive() && (body != null || !input.hasBody(head));
        byte[] start = answer.head(answer.body().length, open);
        byte[] whole = new byte[start.length + answer.body().length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(answer.body(), 0, whole, start.length, answer.body().length);
        output.write(whole);
        output.flush();
    }

    /** Promises the whole answer, sends the first half of its body and hangs up. */
    public void answerHalf(Answer answer) throws IOException {
        output.write(answer.head(answer.body().length, true));
        output.write(answer.body(), 0, answer.body().length / 2);
        output.flush();
        close();
    }

    /** Sends the answer byte by byte. */
    public void answerSlowly(Answer answer, Duration between) throws IOException {
        output.write(answer.head(answer.body().length, false));
        output.flush();
        for (byte each : answer.body()) {
            pause(between);
            output.write(each);
            output.flush();
        }
        close();
    }

    /** Sends the answer with a length that its body may not have, and hangs up. */
    public void answerWithLength(Answer answer, long contentLength) throws IOException {
        output.write(answer.head(contentLength, true));
        output.write(answer.body());
        output.flush();
        close();
    }

    /**
     * Sends the answer's body over and over, for as long as the other side listens.
     *
     * @throws IOException always: when the other side has hung up
     */
    public void answerEndlessly(Answer answer, Duration between) throws IOException {
        open = false;
        output.write(answer.head(Long.MAX_VALUE, false));
        while (true) {
            output.write(answer.body());
            output.flush();
            pause(between);
        }
    }

    /** Hangs up in good order, without a word. */
    public void close() throws IOException {
        open = false;
        if (body == null && input.hasBody(head)) {
            // Closing a socket with unread bytes resets it; what is on the way must be swallowed first.
            socket.shutdownOutput();
            input.discard();
        }
        socket.close();
    }

    /** Hangs up with a TCP reset: what was not yet read at the other side is lost to it. */
    public void reset() throws IOException {
        open = false;
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Waits before going on. */
    public static void pause(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", e);
        }
    }

    boolean isOpen() {
        return open;
    }
}
