package io.stele.core.message;

/** The kinds of content by which messages are looked for. Replies to interactive messages are of the kind interactive. */
public enum ContentKind {
    TEXT,
    IMAGE,
    VIDEO,
    AUDIO,
    DOCUMENT,
    STICKER,
    LOCATION,
    CONTACTS,
    REACTION,
    INTERACTIVE,
    BUTTON,
    TEMPLATE,
    ORDER,
    EMAIL,
    SPEECH,
    SYSTEM,
    UNSUPPORTED;

    /** The kind of this content. */
    public static ContentKind of(Content content) {
        return switch (content) {
            case Text _ -> TEXT;
            case Media media -> switch (media.kind()) {
                case IMAGE -> IMAGE;
                case VIDEO -> VIDEO;
                case AUDIO -> AUDIO;
                case DOCUMENT -> DOCUMENT;
                case STICKER -> STICKER;
            };
            case Location _ -> LOCATION;
            case ContactCards _ -> CONTACTS;
            case Reaction _ -> REACTION;
            case Interactive _ -> INTERACTIVE;
            case Reply.QuickReply _ -> BUTTON;
            case Reply _ -> INTERACTIVE;
            case TemplateUse _ -> TEMPLATE;
            case Order _ -> ORDER;
            case Email _ -> EMAIL;
            case Speech _ -> SPEECH;
            case SystemNote _ -> SYSTEM;
            case Unsupported _ -> UNSUPPORTED;
        };
    }
}
