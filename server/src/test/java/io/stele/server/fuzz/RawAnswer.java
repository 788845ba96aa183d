package io.stele.server.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came back on a connection of its own until the server closed it.
 *
 * @param status 0 when the connection was closed without a word
 * @param headers by their names in lower case
 */
record RawAnswer(int status, Map<String, String> headers, String body) {

    /** The server neither answered nor closed the connection. */
    static final class SilenceException extends IOException {
        private SilenceException(String got, SocketTimeoutException cause) {
            super("no end within the time: " + got, cause);
        }
    }

    /** @throws SilenceException when it has not ended by then */
    static RawAnswer to(byte[] request, URI server, Duration patience) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", server.getPort()), Math.toIntExact(patience.toMillis()));
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            Thread writer = Thread.ofVirtual().start(() -> write(socket, request));
            byte[] answered = read(socket);
            writer.interrupt();
            return parse(answered);
        }
    }

    /** What is refused early is not read to its end: then the connection is closed while this still writes. */
    private static void write(Socket socket, byte[] request) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
        } catch (IOException e) {
            // The answer tells.
        }
    }

    private static byte[] read(Socket socket) throws IOException {
        ByteArrayOutputStream got = new ByteArrayOutputStream();
        byte[] buffer = new byte[16_384];
        try {
            InputStream in = socket.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                got.write(buffer, 0, read);
            }
        } catch (SocketTimeoutException e) {
            throw new SilenceException(got.toString(StandardCharsets.ISO_8859_1), e);
        } catch (IOException e) {
            // The connection was reset; what came before counts.
        }
        return got.toByteArray();
    }

    private static RawAnswer parse(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.startsWith("HTTP/1.1 100")) {
            return parse(Arrays.copyOfRange(bytes, Math.max(text.indexOf("\r\n\r\n"), 0) + 4, bytes.length));
        }
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            if (text.isEmpty()) {
                return new RawAnswer(0, Map.of(), "");
            }
            throw new IOException("no HTTP answer: " + text);
        }
        List<String> lines = text.substring(0, end).lines().toList();
        Map<String, String> headers = new TreeMap<>();
        lines.stream().skip(1).forEach(line -> headers.merge(
                line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT),
                line.substring(line.indexOf(':') + 1).strip(),
                (one, other) -> one + ", " + other));
        byte[] rest = Arrays.copyOfRange(bytes, end + 4, bytes.length);
        byte[] body = "chunked".equals(headers.get("transfer-encoding")) ? dechunked(rest) : rest;
        return new RawAnswer(
                Integer.parseInt(lines.getFirst().split(" ", 3)[1]), headers, new String(body, StandardCharsets.UTF_8));
    }

    private static byte[] dechunked(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = 0;
        while (at < text.length()) {
            int line = text.indexOf("\r\n", at);
            int size = line < 0 ? 0 : Integer.parseInt(text.substring(at, line).strip(), 16);
            if (size == 0) {
                break;
            }
            out.write(bytes, line + 2, Math.min(size, bytes.length - line - 2));
            at = line + 2 + size + 2;
        }
        return out.toByteArray();
    }
}
