package io.stele.server.api.media;

import io.stele.server.http.OpenFlavour;
import jakarta.inject.Singleton;

/** Speaks for the links to files, which are signed: {@link io.stele.server.media.MediaLinks}. */
@Singleton
final class MediaFlavour extends OpenFlavour {

    MediaFlavour() {
        super(6, "media");
    }
}
