package io.stele.server.api.zavu;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import io.stele.server.http.AnswerRoom;
import io.stele.server.http.RateLimit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Hands out the files of emails to whoever has a link that is still good. */
@Controller("/v1/files")
@ExecuteOn(TaskExecutors.BLOCKING)
final class FileController {

    private final FileTokens tokens;
    private final FileLinks links;
    private final RateLimit limit;
    private final AnswerRoom room;

    FileController(FileTokens tokens, FileLinks links, RateLimit limit, AnswerRoom room) {
        this.tokens = tokens;
        this.links = links;
        this.limit = limit;
        this.room = room;
    }

    /**
     * Always as a download of bytes: a file that a stranger sent must not become a page of this server. Counts against the rate of the key that
     * asked for the link. Files are sent as fast as they are taken, and as many at once as the memory has room for.
     */
    @Get("/{token}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    MutableHttpResponse<?> get(HttpRequest<?> request, @PathVariable String token) {
        FileTokens.File named = tokens.file(token).orElseThrow(() -> notFound(token));
        limit.count(request, named.key());
        FileLinks.StoredFile file = links.find(named).orElseThrow(() -> notFound(token));
        long size = Objects.requireNonNullElse(file.attachment().size(), 0L);
        MutableHttpResponse<?> response = HttpResponse.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename*=UTF-8''" + encoded(file.attachment().filename()))
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
        return request.getMethod() == HttpMethod.HEAD
                ? response.header(HttpHeaders.CONTENT_LENGTH, Long.toString(size))
                : response.body(new StreamedFile(
                        room.hold(request, size, () -> links.bytes(named).orElseThrow(() -> notFound(token))),
                        MediaType.APPLICATION_OCTET_STREAM_TYPE,
                        file.since().toEpochMilli(),
                        size));
    }

    private static RejectedException notFound(String token) {
        return new RejectedException(new Rejection.NotFound(Rejection.Resource.ATTACHMENT, token));
    }

    private static String encoded(String filename) {
        return URLEncoder.encode(filename, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    }
}
