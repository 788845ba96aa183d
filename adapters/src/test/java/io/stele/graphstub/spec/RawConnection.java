package io.stele.graphstub.spec;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection on which every byte is the test's own. */
final class RawConnection implements AutoCloseable {

    private final Socket socket;

    RawConnection(URI root) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), root.getPort());
        socket.setSoTimeout(30_000);
        socket.setTcpNoDelay(true);
    }

    /** A request to send a message, as it goes over the wire. */
    static String message(String json) {
        String body = json.replace('\'', '"');
        return "POST /v23.0/" + Shop.NUMBER + "/messages HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + Shop.TOKEN
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    RawConnection write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** Reads until the other side hangs up. */
    String readAll() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** Reads until the text has come. */
    String readUntil(String end) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("ended after " + read);
            }
            read.append((char) next);
        }
        return read.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
