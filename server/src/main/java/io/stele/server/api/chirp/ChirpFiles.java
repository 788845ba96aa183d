package io.stele.server.api.chirp;

import io.stele.adapters.chirp.ChirpIds;
import io.stele.server.media.ShownMedia;
import java.time.Duration;

/** How Chirp shows files that people sent (contract §3.8, §5). */
public final class ChirpFiles {

    /** For how long a link works. */
    static final Duration LINK = Duration.ofHours(1);

    /** By ids of their own, with plain hashes. */
    public static final ShownMedia.Form FORM =
            new ShownMedia.Form(LINK, file -> ChirpIds.media(file.id(), file.scope().mode()), true);

    private ChirpFiles() {}
}
