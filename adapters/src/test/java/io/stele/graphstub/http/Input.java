package io.stele.graphstub.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What comes in on one connection, request after request, or answer after answer. */
final class Input {

    private static final int LONGEST_LINE = 16 * 1024;
    private static final int MOST_HEADERS = 200;
    private static final int LARGEST_BODY = 110 * 1024 * 1024;

    private final InputStream stream;

    Input(InputStream stream) {
        this.stream = stream;
    }

    /** The next request's head, or null when the other side hung up between requests. */
    @Nullable Head head() throws IOException {
        String line = line();
        while (line != null && line.isEmpty()) {
            line = line();
        }
        if (line == null) {
            return null;
        }
        String[] words = line.split(" ");
        if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
            throw new BadRequestException("not an HTTP/1.1 request: " + line);
        }
        Map<String, String> headers = headers();
        int question = words[1].indexOf('?');
        return new Head(
                words[0],
                question < 0 ? words[1] : words[1].substring(0, question),
                question < 0 ? "" : words[1].substring(question + 1),
                headers,
                keepsAlive(words[2], headers.get("connection")));
    }

    /**
     * The next answer to a request that was not HEAD, with its body.
     *
     * @throws EOFException when the other side hung up before its end
     */
    Response response() throws IOException {
        String[] words = lineBeforeEnd().split(" ", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[1-5]\\d\\d")) {
            throw new ProtocolException("not an answer of HTTP/1.1: " + String.join(" ", words));
        }
        int status = Integer.parseInt(words[1]);
        Map<String, String> headers = headers();
        if (status < 200) {
            return response();
        }
        if (status == 204 || status == 304) {
            return new Response(status, new byte[0], keepsAlive(words[0], headers.get("connection")));
        }
        boolean endsByItself = headers.containsKey("content-length") || headers.containsKey("transfer-encoding");
        return new Response(
                status,
                endsByItself ? body(headers) : stream.readAllBytes(),
                endsByItself && keepsAlive(words[0], headers.get("connection")));
    }

    boolean hasBody(Head head) {
        return head.header("Transfer-Encoding") != null
                || !"0".equals(head.headers().getOrDefault("content-length", "0"));
    }

    byte[] body(Head head) throws IOException {
        return body(head.headers());
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.containsKey("transfer-encoding")) {
            return chunks();
        }
        String length = headers.get("content-length");
        return length == null ? new byte[0] : exactly(number(length, 10));
    }

    /** Reads until the other side hangs up. */
    void discard() throws IOException {
        byte[] buffer = new byte[8192];
        int read = 0;
        while (read >= 0) {
            read = stream.read(buffer);
        }
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        String line = lineBeforeEnd();
        while (!line.isEmpty()) {
            int colon = line.indexOf(':');
            if (colon < 1 || headers.size() == MOST_HEADERS) {
                throw new BadRequestException("not a header: " + line);
            }
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (one, other) -> one + "," + other);
            line = lineBeforeEnd();
        }
        return headers;
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int length = chunkLength();
        while (length > 0) {
            body.writeBytes(exactly(length));
            if (body.size() > LARGEST_BODY) {
                throw new BadRequestException("the body is too large");
            }
            lineBeforeEnd();
            length = chunkLength();
        }
        headers();
        return body.toByteArray();
    }

    private int chunkLength() throws IOException {
        String line = lineBeforeEnd();
        int extension = line.indexOf(';');
        return number((extension < 0 ? line : line.substring(0, extension)).strip(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = stream.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the body ends early");
        }
        return bytes;
    }

    private static int number(String text, int radix) throws BadRequestException {
        try {
            long number = Long.parseLong(text, radix);
            if (number < 0 || number > LARGEST_BODY) {
                throw new BadRequestException("not a length that is taken: " + text);
            }
            return (int) number;
        } catch (NumberFormatException e) {
            throw new BadRequestException("not a length: " + text);
        }
    }

    private static boolean keepsAlive(String version, @Nullable String connection) {
        return "HTTP/1.1".equals(version)
                ? !"close".equalsIgnoreCase(connection)
                : "keep-alive".equalsIgnoreCase(connection);
    }

    private String lineBeforeEnd() throws IOException {
        String line = line();
        if (line == null) {
            throw new EOFException("the other side hung up early");
        }
        return line;
    }

    private @Nullable String line() throws IOException {
        StringBuilder line = new StringBuilder(80);
        int read = stream.read();
        if (read < 0) {
            return null;
        }
        while (read != '\n') {
            if (read < 0) {
                throw new EOFException("the other side hung up early");
            }
            if (line.length() == LONGEST_LINE) {
                throw new BadRequestException("the line is too long");
            }
            line.append((char) read);
            read = stream.read();
        }
        int last = line.length() - 1;
        if (last >= 0 && line.charAt(last) == '\r') {
            line.setLength(last);
        }
        return line.toString();
    }
}
