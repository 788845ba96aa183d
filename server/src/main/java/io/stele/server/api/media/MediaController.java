package io.stele.server.api.media;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.stele.core.media.ReceivedFile;
import io.stele.server.media.FetchedMedia;
import io.stele.server.media.MediaAnswers;
import io.stele.server.media.MediaTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hands out the files that people sent to whoever has a link that is still good. */
@Controller("/media")
@ExecuteOn(TaskExecutors.BLOCKING)
final class MediaController {

    /** A file never changes, but it can be deleted. */
    private static final Duration FRESH = Duration.ofDays(1);

    private final MediaTokens tokens;
    private final FetchedMedia files;
    private final MediaAnswers answers;
    private final InstantSource clock;

    MediaController(MediaTokens tokens, FetchedMedia files, MediaAnswers answers, InstantSource clock) {
        this.tokens = tokens;
        this.files = files;
        this.answers = answers;
        this.clock = clock;
    }

    @Get("/{token}")
    @Produces(MediaType.ALL)
    HttpResponse<?> get(HttpRequest<?> request, @PathVariable String token) {
        MediaTokens.Named named = tokens.named(token).orElseThrow(() -> FetchedMedia.notFound("of this link"));
        ReceivedFile file = files.get(named.scope(), named.id(), "of this link");
        String name = Optional.ofNullable(file.facts().fileName())
                .orElseGet(() -> file.name().providerMediaId());
        return answers.of(request, file, name, fresh(named.until()));
    }

    private Duration fresh(@Nullable Instant until) {
        return until == null ? FRESH : Collections.min(List.of(FRESH, Duration.between(clock.instant(), until)));
    }
}
