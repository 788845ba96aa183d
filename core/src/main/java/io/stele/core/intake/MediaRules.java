package io.stele.core.intake;

import io.stele.core.channel.Channel;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection.InvalidField;
import java.util.stream.Stream;

/** Files, by Kapso contract §2.1. Their formats and sizes are checked where the bytes are. */
final class MediaRules {

    /** WhatsApp's limit, and Telegram's. */
    private static final int LONGEST_CAPTION = 1024;

    private static final int LONGEST_FILENAME = 240;

    private MediaRules() {}

    static Stream<InvalidField> broken(Channel channel, Media media) {
        String caption = media.caption();
        return Check.all(
                Check.that(isNamed(media.file()), Field.MEDIA_FILE, "must have an id or a link"),
                Check.link(Field.MEDIA_LINK, media.file().link()),
                Check.that(
                        caption == null || caption.isEmpty() || takesCaption(channel, media.kind()),
                        Field.MEDIA_CAPTION,
                        "must not be given with this kind of file"),
                Check.optional(Field.MEDIA_CAPTION, caption, LONGEST_CAPTION),
                Check.optional(Field.MEDIA_FILENAME, media.filename(), LONGEST_FILENAME));
    }

    /** Whether the file can be found: it has an id that is not blank, or a link. */
    static boolean isNamed(MediaFile file) {
        String id = file.id();
        return id == null || !id.isBlank();
    }

    /** Whether a provider can get at the file: by an id, or by a link that it can fetch. */
    static boolean isReachable(MediaFile file) {
        String link = file.link();
        return isNamed(file) && (link == null || Check.isLink(link));
    }

    private static boolean takesCaption(Channel channel, MediaKind kind) {
        return switch (kind) {
            case IMAGE, VIDEO, DOCUMENT -> true;
            case AUDIO -> channel != Channel.WHATSAPP;
            case STICKER -> false;
        };
    }
}
