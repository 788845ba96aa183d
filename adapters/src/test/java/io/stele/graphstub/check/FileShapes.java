package io.stele.graphstub.check;

import java.util.Locale;
import java.util.Set;

/** Files in a message: by the id of an upload, or by a link, never by both. */
final class FileShapes {

    static final int LONGEST_CAPTION = 1024;

    static final Shape IMAGE = file("image", Set.of("image/jpeg", "image/png"))
            .optional("caption", Rules.textOrNone(LONGEST_CAPTION));
    static final Shape VIDEO =
            file("video", Set.of("video/mp4", "video/3gpp")).optional("caption", Rules.textOrNone(LONGEST_CAPTION));
    static final Shape AUDIO = file("audio", Set.of("audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"))
            .optional("voice", Rules.TRUTH);
    static final Shape DOCUMENT = file("document", Set.of())
            .optional("caption", Rules.textOrNone(LONGEST_CAPTION))
            .optional("filename", Rules.text(240));
    static final Shape STICKER = file("sticker", Set.of("image/webp"));

    /** The same where no caption fits: in headers. */
    static final Shape HEADER_IMAGE = file("image", Set.of("image/jpeg", "image/png"));
    static final Shape HEADER_VIDEO = file("video", Set.of("video/mp4", "video/3gpp"));
    static final Shape HEADER_DOCUMENT = file("document", Set.of()).optional("filename", Rules.text(240));

    private FileShapes() {}

    /** @param types the media types that an upload may have; empty for any */
    private static Shape file(String kind, Set<String> types) {
        return Shape.object()
                .optional("id", field -> {
                    String type = field.files().mediaType(field.text());
                    if (type == null) {
                        throw Refusal.parameter("Param " + field.path()
                                + " is not a valid whatsapp business account media attachment ID");
                    }
                    if (!types.isEmpty() && !types.contains(bare(type))) {
                        throw Refusal.of(
                                400,
                                131053,
                                "Media upload error",
                                "A file of type " + type + " cannot be sent as " + kind + ".");
                    }
                })
                .optional("link", Rules.LINK)
                .also(field -> {
                    if (field.has("id") && field.has("link")) {
                        throw Refusal.invalid("Only one of " + field.path() + "['id'] and " + field.path()
                                + "['link'] can be given.");
                    }
                    if (!field.has("id") && !field.has("link")) {
                        throw field.missing("id");
                    }
                });
    }

    /** A media type without its parameters. */
    static String bare(String type) {
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }
}
