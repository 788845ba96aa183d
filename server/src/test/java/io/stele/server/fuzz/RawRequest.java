package io.stele.server.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A request as it is written on the wire.
 *
 * @param target path and query, escaped as they are sent
 * @param body empty for none, which is not the same as one of no length
 * @param framed whether the length of the body, or its chunks, are told as they are
 */
record RawRequest(String method, String target, String version, List<Header> headers, Optional<byte[]> body, Framing framed) {

    /** A header line; its characters are sent as ISO 8859-1. */
    record Header(String name, String value) {}

    /** How the end of the body is told. */
    enum Framing {
        LENGTH,
        CHUNKS,
        /** As the headers say, whatever they say. */
        GIVEN
    }

    RawRequest {
        headers = List.copyOf(headers);
    }

    static RawRequest of(String method, String target, List<Header> headers, Optional<byte[]> body) {
        return new RawRequest(method, target, "HTTP/1.1", headers, body, Framing.LENGTH);
    }

    RawRequest withMethod(String changed) {
        return new RawRequest(changed, target, version, headers, body, framed);
    }

    RawRequest withTarget(String changed) {
        return new RawRequest(method, changed, version, headers, body, framed);
    }

    RawRequest withVersion(String changed) {
        return new RawRequest(method, target, changed, headers, body, framed);
    }

    RawRequest withBody(byte[] changed) {
        return new RawRequest(method, target, version, headers, Optional.of(changed), framed);
    }

    RawRequest withFraming(Framing changed) {
        return new RawRequest(method, target, version, headers, body, changed);
    }

    /** With one more header. */
    RawRequest with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new RawRequest(method, target, version, more, body, framed);
    }

    /** Without the headers of this name. */
    RawRequest without(String name) {
        return headers(headers.stream()
                .filter(Predicate.not(header -> header.name().equalsIgnoreCase(name)))
                .toList());
    }

    /** With the values of these headers changed. */
    RawRequest mapped(String name, UnaryOperator<String> change) {
        return headers(headers.stream()
                .map(header -> header.name().equalsIgnoreCase(name) ? new Header(name, change.apply(header.value())) : header)
                .toList());
    }

    private RawRequest headers(List<Header> changed) {
        return new RawRequest(method, target, version, changed, body, framed);
    }

    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** What is sent. */
    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head().getBytes(StandardCharsets.ISO_8859_1));
        body.ifPresent(bytes -> {
            if (framed == Framing.CHUNKS) {
                chunks(out, bytes);
            } else {
                out.writeBytes(bytes);
            }
        });
        return out.toByteArray();
    }

    private String head() {
        StringBuilder head = new StringBuilder(method + ' ' + target + ' ' + version + "\r\nHost: localhost\r\n");
        headers.forEach(header -> head.append(header.name()).append(": ").append(header.value()).append("\r\n"));
        if (body.isPresent() && framed == Framing.LENGTH) {
            head.append("Content-Length: ").append(body.get().length).append("\r\n");
        } else if (body.isPresent() && framed == Framing.CHUNKS) {
            head.append("Transfer-Encoding: chunked\r\n");
        }
        return head.append("Connection: close\r\n\r\n").toString();
    }

    private static void chunks(ByteArrayOutputStream out, byte[] bytes) {
        int size = Math.max(1, bytes.length / 3);
        for (int at = 0; at < bytes.length; at += size) {
            int length = Math.min(size, bytes.length - at);
            out.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(bytes, at, length);
            out.writeBytes(new byte[] {'\r', '\n'});
        }
        out.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** So much of it as is of use to somebody who looks for the fault. */
    @Override
    public String toString() {
        String text = new String(bytes(), StandardCharsets.ISO_8859_1);
        String shown = text.length() > 3_000 ? text.substring(0, 3_000) + "… (" + text.length() + " bytes)" : text;
        return shown.replaceAll("[^\\n\\x20-\\x7e]", "?");
    }
}
