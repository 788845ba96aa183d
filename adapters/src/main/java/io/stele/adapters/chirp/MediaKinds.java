package io.stele.adapters.chirp;

import io.stele.adapters.Required;
import io.stele.adapters.WireException;
import io.stele.core.message.MediaKind;
import org.jspecify.annotations.Nullable;

/** What Chirp calls each kind of file. */
final class MediaKinds {

    private MediaKinds() {}

    static String type(MediaKind kind) {
        return switch (kind) {
            case IMAGE -> "image";
            case VIDEO -> "video";
            case AUDIO -> "audio";
            case DOCUMENT -> "document";
            case STICKER -> "sticker";
        };
    }

    /** The kind of a header's file. */
    static MediaKind ofHeader(@Nullable String type, String path) {
        return switch (Required.present(type, path)) {
            case "image" -> MediaKind.IMAGE;
            case "video" -> MediaKind.VIDEO;
            case "document" -> MediaKind.DOCUMENT;
            default -> throw new WireException(path, "must be one of image, video, document");
        };
    }
}
