package io.stele.server.api.kapso;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.stele.core.media.ReceivedFile;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import io.stele.server.media.FetchedMedia;
import io.stele.server.media.MediaAnswers;
import io.stele.server.media.MediaTokens;
import java.time.Duration;

/** Hands out a file to whoever has a token for it (contract §2.10). */
@Controller(DownloadLinks.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class MediaDownload {

    private final MediaTokens tokens;
    private final FetchedMedia files;
    private final MediaAnswers answers;

    MediaDownload(MediaTokens tokens, FetchedMedia files, MediaAnswers answers) {
        this.tokens = tokens;
        this.files = files;
        this.answers = answers;
    }

    @Get
    @Produces(MediaType.ALL)
    HttpResponse<?> get(HttpRequest<?> request) {
        MediaTokens.Named named = new Query(request)
                .text("token")
                .flatMap(tokens::named)
                .orElseThrow(() -> FetchedMedia.notFound("of this token"));
        ReceivedFile file;
        try {
            file = files.get(named.scope(), named.id(), "of this token");
        } catch (RejectedException e) {
            if (e.rejection() instanceof Rejection.NotYetHere(Duration retryAfter)) {
                return ErrorAnswer.flat(502, "Media download failed")
                        .withRetryAfter(retryAfter)
                        .toResponse();
            }
            throw e;
        }
        return answers.of(request, file, file.name().providerMediaId(), DownloadLinks.LIFETIME);
    }
}
