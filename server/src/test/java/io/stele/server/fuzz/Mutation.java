package io.stele.server.fuzz;

import io.stele.server.fuzz.RawRequest.Framing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Changes a request in one or more of its parts. The same seed changes it the same way. */
final class Mutation {

    private static final List<String> NAMES = List.of(
            "Authorization", "X-API-Key", "Content-Type", "Accept", "Idempotency-Key", "Last-Event-ID", "Zavu-Sender", "Content-Encoding", "Content-Length",
            "Transfer-Encoding", "Expect", "Range", "If-None-Match", "If-Modified-Since", "Origin", "Access-Control-Request-Method", "Host", "Cookie",
            "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded", "Upgrade", "Connection", "X-HTTP-Method-Override", "X-Hub-Signature-256",
            "x-stainless-retry-count", "Accept-Encoding", "Accept-Language", "Accept-Charset", "TE", "Trailer", "X-Kapso-WABA", "User-Agent");

    /** DELETE is not among them: it would be taken, and the world is needed. */
    private static final List<String> METHODS =
            List.of("HEAD", "OPTIONS", "TRACE", "CONNECT", "PATCH", "PUT", "GET", "POST", "get", "FOO", "PROPFIND", "M-SEARCH", "X".repeat(200));

    private final Random random;
    private final World world;

    Mutation(Random random, World world) {
        this.random = random;
        this.world = world;
    }

    RawRequest of(RawRequest request, Example example) {
        RawRequest changed = request;
        int parts = random.nextInt(4) == 0 ? 2 : 1;
        for (int i = 0; i < parts; i++) {
            changed = part(changed, example);
        }
        return changed;
    }

    private RawRequest part(RawRequest request, Example example) {
        int kind = request.body().isPresent() ? random.nextInt(100) : random.nextInt(60, 100);
        if (kind < 60) {
            return request.withBody(new BodyMutation(random).of(request.body().orElseThrow()));
        }
        if (kind < 72) {
            return request.withTarget(inPath(request));
        }
        if (kind < 85) {
            return request.withTarget(inQuery(request, example));
        }
        if (kind < 94) {
            return inHeaders(request);
        }
        return kind < 97 ? request.withMethod(Strangers.one(METHODS, random)) : inFraming(request);
    }

    /** What stands in place of a name of the template, or anything. */
    private String inPath(RawRequest request) {
        String[] parts = request.path().split("/", -1);
        int at = 1 + random.nextInt(Math.max(1, parts.length - 1));
        String rest = request.target().substring(request.path().length());
        if (at >= parts.length) {
            return Strangers.uri(random);
        }
        parts[at] = switch (random.nextInt(6)) {
            case 0 -> parts[at] + Strangers.uri(random);
            case 1 -> parts[at].isEmpty() ? "x" : parts[at].substring(0, random.nextInt(parts[at].length()));
            case 2 -> swapped(parts[at]);
            default -> Strangers.uri(random);
        };
        return String.join("/", parts) + rest;
    }

    private String swapped(String text) {
        if (text.isEmpty()) {
            return "0";
        }
        char[] characters = text.toCharArray();
        characters[random.nextInt(characters.length)] = "09AZaz_-.~".charAt(random.nextInt(10));
        return new String(characters);
    }

    private String inQuery(RawRequest request, Example example) {
        List<String> names = example.call().query();
        String name = names.isEmpty() || random.nextInt(8) == 0
                ? Strangers.one(List.of("limit", "cursor", "after", "fields", "%00", "", "a%00b", "x[]", "%ff"), random)
                : Strangers.one(names, random);
        String value = name.matches("cursor|after|before") && random.nextInt(3) > 0 ? cursor(request.path()) : Strangers.uri(random);
        String pair = random.nextInt(10) == 0 ? name : name + "=" + value;
        String many = random.nextInt(20) == 0 ? (pair.length() > 500 ? "a=b" : pair) + "&x=y".repeat(3_000) : pair;
        boolean more = names.size() > 1 && random.nextInt(4) == 0;
        return request.target() + (request.target().contains("?") ? "&" : "?") + many
                + (more ? "&" + Strangers.one(names, random) + "=" + Strangers.uri(random) : "");
    }

    /** A real one, changed a little or not at all; also one of another list. */
    private String cursor(String path) {
        String kind = path.startsWith("/v1/whatsapp") || path.startsWith("/v1/organization") || path.startsWith("/v1/webhooks")
                ? "chirpCursor"
                : path.startsWith("/v1") ? "zavuCursor" : "kapsoCursor";
        String cursor = world.id(kind);
        return switch (random.nextInt(4)) {
            case 0 -> swapped(cursor);
            case 1 -> cursor.substring(0, random.nextInt(cursor.length()));
            case 2 -> cursor + cursor;
            default -> cursor;
        };
    }

    private RawRequest inHeaders(RawRequest request) {
        String name = Strangers.one(NAMES, random);
        String value = switch (name) {
            case "Content-Encoding", "Transfer-Encoding", "Content-Length", "Connection", "Expect", "Upgrade", "Host" -> Strangers.header(random);
            default -> random.nextInt(12) == 0 ? "x, ".repeat(1 + random.nextInt(2_000)) : Strangers.header(random);
        };
        return switch (random.nextInt(8)) {
            case 0 -> request.with(name, value).with(name, Strangers.header(random));
            case 1 -> manyHeaders(request);
            case 2 -> request.mapped("Authorization", old -> swapped(old)).mapped("X-API-Key", old -> swapped(old));
            case 3 -> request.mapped("Authorization", old -> value).mapped("X-API-Key", old -> value);
            case 4 -> request.with(value.isBlank() ? "X\u0000" : name + "\u0000", value);
            default -> request.without(name.equals("Authorization") || name.equals("X-API-Key") ? "" : name).with(name, value);
        };
    }

    private RawRequest manyHeaders(RawRequest request) {
        RawRequest more = request;
        int count = 1 << random.nextInt(9);
        for (int i = 0; i < count; i++) {
            more = more.with("X-H" + i, "v".repeat(random.nextInt(20)));
        }
        return more;
    }

    private RawRequest inFraming(RawRequest request) {
        byte[] body = request.body().orElse("{}".getBytes(StandardCharsets.UTF_8));
        return switch (random.nextInt(8)) {
            case 0 -> request.withBody(body).withFraming(Framing.CHUNKS);
            case 1 -> request.withBody(gzip(body)).with("Content-Encoding", "gzip");
            case 2 -> request.withBody(Arrays.copyOf(gzip(body), 12)).with("Content-Encoding", "gzip");
            case 3 -> request.withBody(body).with("Content-Encoding", Strangers.one(List.of("gzip", "deflate", "br", "zstd", "snappy", "x"), random));
            case 4 -> request.withBody(("zz\r\n" + new String(body, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1))
                    .withFraming(Framing.GIVEN).with("Transfer-Encoding", "chunked");
            case 5 -> request.withBody(body).withFraming(Framing.GIVEN).with("Content-Length", Strangers.one(List.of("x", "-1", "1e3", "", "99999999999999999999", "+2", "0x2"), random));
            case 6 -> request.withBody(body).withFraming(Framing.CHUNKS).with("Content-Length", "3");
            default -> request.withVersion(Strangers.one(List.of("HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/1.1 x", "HTP/1.1", "", "HTTP/9999999999.1"), random));
        };
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
