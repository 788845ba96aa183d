package io.stele.adapters.chirp;

import io.stele.core.message.Content;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Email;
import io.stele.core.message.ContactCards;
import io.stele.core.message.Interactive;
import io.stele.core.message.Location;
import io.stele.core.message.Media;
import io.stele.core.message.Order;
import io.stele.core.message.Reaction;
import io.stele.core.message.Reply;
import io.stele.core.message.Speech;
import io.stele.core.message.SystemNote;
import io.stele.core.message.TemplateUse;
import io.stele.core.message.Text;
import io.stele.core.message.Unsupported;
import java.util.Optional;

/** What Chirp calls each kind of message: its sixteen readable types (contract §5, row 6). */
public final class MessageTypes {

    static final String PIN = "pin";

    private MessageTypes() {}

    /** The type as which a message is shown. */
    static String of(Content content) {
        return switch (content) {
            case Text _ -> "text";
            case Media media -> MediaKinds.type(media.kind());
            case Location _ -> "location";
            case ContactCards _ -> "contacts";
            case Reaction _ -> "reaction";
            case Interactive _ -> "interactive";
            case Reply.QuickReply _ -> "button";
            case Reply.ButtonReply _, Reply.ListReply _, Reply.FlowReply _ -> "interactive";
            case TemplateUse _ -> "template";
            case Order _ -> "order";
            case Email _, Speech _ -> "text";
            case SystemNote _ -> "system";
            case Unsupported(String kind, _) -> kind.equals(PIN) ? PIN : "unknown";
        };
    }

    /**
     * The kind of content that a type filters for; empty when there is no such type, and for pins and the unknown, which are of one kind
     * here, so that neither could be had without the other.
     */
    public static Optional<ContentKind> kind(String type) {
        return Optional.ofNullable(
                switch (type) {
                    case "text" -> ContentKind.TEXT;
                    case "image" -> ContentKind.IMAGE;
                    case "video" -> ContentKind.VIDEO;
                    case "audio" -> ContentKind.AUDIO;
                    case "document" -> ContentKind.DOCUMENT;
                    case "location" -> ContentKind.LOCATION;
                    case "contacts" -> ContentKind.CONTACTS;
                    case "template" -> ContentKind.TEMPLATE;
                    case "interactive" -> ContentKind.INTERACTIVE;
                    case "reaction" -> ContentKind.REACTION;
                    case "sticker" -> ContentKind.STICKER;
                    case "button" -> ContentKind.BUTTON;
                    case "order" -> ContentKind.ORDER;
                    case "system" -> ContentKind.SYSTEM;
                    default -> null;
                });
    }
}
