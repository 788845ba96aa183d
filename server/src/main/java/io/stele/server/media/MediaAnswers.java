package io.stele.server.media;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.types.files.StreamedFile;
import io.stele.core.media.MediaStore;
import io.stele.core.media.ReceivedFile;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The answers to those who follow a link to a file: the file, a part of it, or that they have it already. */
@Singleton
public final class MediaAnswers {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final MediaStore store;

    MediaAnswers(MediaStore store) {
        this.store = store;
    }

    /**
     * The file. What a browser could take for a page is a download, and nothing is taken for what it is not called.
     *
     * @param file one that is stored
     * @param name as what it is saved
     * @param fresh for how long whoever has it need not ask again
     */
    public MutableHttpResponse<?> of(HttpRequest<?> request, ReceivedFile file, String name, Duration fresh) {
        long size = Objects.requireNonNull(file.facts().size());
        String tag = "\"" + file.facts().sha256() + "\"";
        if (names(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH), tag)) {
            return described(HttpResponse.notModified(), tag, fresh);
        }
        return switch (ByteRange.of(range(request, tag), size)) {
            case ByteRange.Whole() -> filled(request, HttpResponse.ok(), file, name, 0, size, tag, fresh);
            case ByteRange.Part(long first, long last) -> filled(
                            request, HttpResponse.status(HttpStatus.PARTIAL_CONTENT), file, name, first, last - first + 1, tag, fresh)
                    .header(HttpHeaders.CONTENT_RANGE, "bytes " + first + "-" + last + "/" + size);
            case ByteRange.Unsatisfiable() -> described(
                            HttpResponse.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE), tag, fresh)
                    .header(HttpHeaders.CONTENT_RANGE, "bytes */" + size)
                    .header(HttpHeaders.CONTENT_LENGTH, "0");
        };
    }

    /** Whoever asks for the head alone is told the length of what else would come: with a body the framework would leave it out. */
    private MutableHttpResponse<?> filled(
            HttpRequest<?> request,
            MutableHttpResponse<?> response,
            ReceivedFile file,
            String name,
            long from,
            long length,
            String tag,
            Duration fresh) {
        MediaType type = MediaType.of(file.facts().mimeType());
        MutableHttpResponse<?> described = described(response, tag, fresh)
                .header(HttpHeaders.CONTENT_TYPE, type.value())
                .header(HttpHeaders.CONTENT_DISPOSITION, (type.isHarmless() ? "inline" : "attachment") + named(name));
        return request.getMethod() == HttpMethod.HEAD
                ? described.header(HttpHeaders.CONTENT_LENGTH, Long.toString(length))
                        .header(HttpHeaders.LAST_MODIFIED, MOMENT.format(file.receivedAt()))
                : described.body(new StreamedFile(
                        new PieceStream(store, file, from, length),
                        io.micronaut.http.MediaType.of(type.value()),
                        file.receivedAt().toEpochMilli(),
                        length));
    }

    private static MutableHttpResponse<?> described(MutableHttpResponse<?> response, String tag, Duration fresh) {
        return response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=" + fresh.toSeconds())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff");
    }

    /** The range that is asked for; null when what the asker has a part of is another file. */
    private static @Nullable String range(HttpRequest<?> request, String tag) {
        String of = request.getHeaders().get(HttpHeaders.IF_RANGE);
        return of == null || of.strip().equals(tag) ? request.getHeaders().get(HttpHeaders.RANGE) : null;
    }

    private static boolean names(@Nullable String header, String tag) {
        return header != null
                && Arrays.stream(header.split(","))
                        .map(String::strip)
                        .map(each -> each.startsWith("W/") ? each.substring(2) : each)
                        .anyMatch(each -> each.equals("*") || each.equals(tag));
    }

    /** In plain characters for all, and as it is for those who understand that. */
    private static String named(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9 ._()-]", "_");
        String exact = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
        return "; filename=\"" + plain + "\"" + (plain.equals(name) ? "" : "; filename*=UTF-8''" + exact);
    }
}
