package io.stele.server.api.kapso;

import io.micronaut.http.HttpRequest;
import io.stele.core.media.ReceivedFile;
import io.stele.server.http.PublicUrl;
import io.stele.server.media.MediaTokens;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** The links to Kapso's own place of download (contract §2.10). */
@Singleton
final class DownloadLinks {

    static final String PATH = Paths.PROXY_ROOT + "/media_download";

    static final Duration LIFETIME = Duration.ofMinutes(4);

    private final MediaTokens tokens;
    private final PublicUrl publicUrl;

    DownloadLinks(MediaTokens tokens, PublicUrl publicUrl) {
        this.tokens = tokens;
        this.publicUrl = publicUrl;
    }

    String to(HttpRequest<?> request, ReceivedFile file, Instant until) {
        return publicUrl.of(request, PATH + "?token=" + tokens.token(new MediaTokens.Named(file.scope(), file.id(), until)));
    }
}
