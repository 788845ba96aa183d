package io.stele.adapters.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The server's end of a connection. */
public record Peer(Socket socket, Queue<String> heads, CountDownLatch stopped) {

    /** Reads a request up to the empty line. */
    public String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = socket.getInputStream().read();
            if (b < 0) {
                throw new EOFException();
            }
            head.write(b);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        heads.add(text);
        return text;
    }

    /** Reads so many bytes of a body. */
    public String body(int length) throws IOException {
        return new String(socket.getInputStream().readNBytes(length), StandardCharsets.ISO_8859_1);
    }

    public void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** An answer of status 200 whose length is told. */
    public void answer(String body) throws IOException {
        write("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    /** Writes the same again and again, a little slower than it could. */
    public void drip(String text) throws IOException, InterruptedException {
        while (!stopped.await(5, TimeUnit.MILLISECONDS)) {
            write(text);
        }
    }

    /** Writes the same again and again, as fast as it can. */
    public void flood(String text) throws IOException {
        while (stopped.getCount() > 0) {
            write(text);
        }
    }

    /** Does nothing until the test is over. */
    public void silence() throws InterruptedException {
        stopped.await();
    }

    /** Ends the connection without a word. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
