package io.stele.server.media;

import io.stele.core.media.AskedMedia;
import io.stele.core.media.MediaId;
import io.stele.core.media.MediaState;
import io.stele.core.media.ReceivedFile;
import io.stele.core.project.Scope;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;

/** Files that are asked for: stored ones, which others become by waiting. */
@Singleton
public final class FetchedMedia {

    /** After which it is worth asking for a file that is being fetched. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private final AskedMedia asked;
    private final InstantSource clock;

    FetchedMedia(AskedMedia asked, InstantSource clock) {
        this.asked = asked;
        this.clock = clock;
    }

    /**
     * The file, which is stored.
     *
     * @param name by which the caller asked for it
     * @throws RejectedException when there is none such, when it is gone, or when it has not come in time
     */
    public ReceivedFile get(Scope scope, MediaId id, String name) {
        ReceivedFile file = asked.await(scope, id).orElseThrow(() -> notFound(name));
        return switch (file.state()) {
            case MediaState.Stored _ -> file;
            case MediaState.Gone() -> throw notFound(name);
            case MediaState.Pending(Instant dueAt, boolean underWay) ->
                throw new RejectedException(new Rejection.NotYetHere(underWay ? SOON : until(dueAt)));
        };
    }

    /** The refusal of a file that is not there. */
    public static RejectedException notFound(String name) {
        return new RejectedException(new Rejection.NotFound(Rejection.Resource.MEDIA, name));
    }

    private Duration until(Instant moment) {
        return Collections.max(List.of(Duration.ofSeconds(1), Duration.between(clock.instant(), moment)));
    }
}
