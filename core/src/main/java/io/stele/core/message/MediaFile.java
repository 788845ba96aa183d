package io.stele.core.message;

import org.jspecify.annotations.Nullable;

/**
 * A file that a message refers to: by an id, by a link, or by both. At least one of the two is there.
 *
 * @param id the media id as the caller or the provider named it
 * @param link an absolute URL from which the file can be had
 * @param mimeType null when unknown
 * @param sha256 as the provider gave it; null when unknown
 * @param size in bytes; null when unknown
 */
public record MediaFile(
        @Nullable String id,
        @Nullable String link,
        @Nullable String mimeType,
        @Nullable String sha256,
        @Nullable Long size) {

    public MediaFile {
        if (id == null && link == null) {
            throw new IllegalArgumentException("a media file has an id or a link");
        }
    }

    /** A file known only by its id. */
    public static MediaFile ofId(String id) {
        return new MediaFile(id, null, null, null, null);
    }

    /** A file known only by its link. */
    public static MediaFile ofLink(String link) {
        return new MediaFile(null, link, null, null, null);
    }
}
