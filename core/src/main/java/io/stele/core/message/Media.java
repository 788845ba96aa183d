package io.stele.core.message;

import org.jspecify.annotations.Nullable;

/**
 * An image, a video, a sound, a document or a sticker.
 *
 * @param voice whether a sound is a voice note; null when nothing was said, and for every other kind
 * @param animated whether a sticker moves; null when unknown, and for every other kind
 */
public record Media(
        MediaKind kind,
        MediaFile file,
        @Nullable String caption,
        @Nullable String filename,
        @Nullable Boolean voice,
        @Nullable Boolean animated)
        implements Content {

    /** A file with neither caption nor name. */
    public static Media of(MediaKind kind, MediaFile file) {
        return new Media(kind, file, null, null, null, null);
    }
}
