package io.stele.adapters.zavu;

import io.stele.core.message.Interactive;
import io.stele.core.message.Interactive.MediaHeader;
import io.stele.core.message.Interactive.TextHeader;
import io.stele.core.message.MediaFile;
import org.jspecify.annotations.Nullable;

/**
 * What stands above and below an interactive message. Zavu documents its members for a link button only; here every
 * interactive message has them.
 *
 * @param headerId id of a header's file that has no link; Zavu's {@code mediaId} is free to say it
 */
record ZavuFrame(
        @Nullable String headerType,
        @Nullable String headerText,
        @Nullable String headerLink,
        @Nullable String headerId,
        @Nullable String headerFilename,
        @Nullable String footer) {

    /** The frame of an interactive message; null when it has neither header nor footer. */
    static @Nullable ZavuFrame of(Interactive interactive) {
        String footer = interactive.footer();
        return switch (interactive.header()) {
            case null -> footer == null ? null : new ZavuFrame(null, null, null, null, null, footer);
            case TextHeader(String text) -> new ZavuFrame("text", text, null, null, null, footer);
            case MediaHeader(var kind, MediaFile file, var filename) ->
                new ZavuFrame(ZavuNames.name(kind), null, file.link(), file.id(), filename, footer);
        };
    }
}
