package io.stele.server.media;

import io.micronaut.http.HttpRequest;
import io.stele.core.media.ReceivedFile;
import io.stele.server.http.PublicUrl;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Absolute links to files that people sent. A link works without a key, from the moment at which the file is known of. */
@Singleton
public final class MediaLinks {

    /** What the paths of all links begin with. */
    public static final String PATH = "/media/";

    private final MediaTokens tokens;
    private final PublicUrl publicUrl;

    MediaLinks(MediaTokens tokens, PublicUrl publicUrl) {
        this.tokens = tokens;
        this.publicUrl = publicUrl;
    }

    /**
     * The link, as it is told to somebody who asks.
     *
     * @param until when the link stops to work; null for as long as the file is kept
     */
    public String to(HttpRequest<?> request, ReceivedFile file, @Nullable Instant until) {
        return publicUrl.of(request, path(file, until));
    }

    /** The same, as it is told to those who have not asked. */
    public String to(ReceivedFile file, @Nullable Instant until) {
        return publicUrl.of(path(file, until));
    }

    private String path(ReceivedFile file, @Nullable Instant until) {
        return PATH + tokens.token(new MediaTokens.Named(file.scope(), file.id(), until));
    }
}
