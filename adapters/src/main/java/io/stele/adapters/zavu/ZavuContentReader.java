package io.stele.adapters.zavu;

import static io.stele.adapters.Required.elements;
import static io.stele.adapters.Required.optionalElements;
import static io.stele.adapters.Required.present;
import static io.stele.adapters.zavu.ZavuFields.CONTENT;
import static io.stele.adapters.zavu.ZavuFields.MESSAGE_TYPE;
import static io.stele.adapters.zavu.ZavuFields.TEXT;
import static io.stele.adapters.zavu.ZavuMembers.given;

import io.stele.adapters.FieldPath;
import io.stele.adapters.WireException;
import io.stele.contracts.zavu.ZavuMessageContent;
import io.stele.core.message.ContactCard;
import io.stele.core.message.ContactCards;
import io.stele.core.message.Content;
import io.stele.core.message.Interactive;
import io.stele.core.message.Location;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import io.stele.core.message.Reaction;
import io.stele.core.message.Text;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a message of one of Zavu's types says. Members that the type does not use are refused. Only presence and form are
 * checked; how long or how many is the domain's to say.
 */
@Singleton
final class ZavuContentReader {

    /** Types that Zavu refuses to take with a content, be it empty (contract §2.1). */
    private static final Set<String> BARE = Set.of("location_request", "request_contact_info");
    private static final FieldPath CONTACTS = CONTENT.member("contacts");

    private final ZavuInteractiveReader interactive;
    private final ZavuTemplateReader templates;

    ZavuContentReader(ZavuInteractiveReader interactive, ZavuTemplateReader templates) {
        this.interactive = interactive;
        this.templates = templates;
    }

    /** @throws WireException when a member that the type needs is absent or has the wrong form, or when it has no use for one */
    Content read(String messageType, @Nullable String text, @Nullable ZavuMessageContent content) {
        if (content != null && BARE.contains(messageType)) {
            throw new WireException(CONTENT, "is not allowed for this type of message");
        }
        ZavuMembers.check(messageType, text, content);
        return switch (messageType) {
            case "text" -> Text.of(present(text, TEXT));
            case "image" -> media(MediaKind.IMAGE, text, content);
            case "video" -> media(MediaKind.VIDEO, text, content);
            case "audio" -> media(MediaKind.AUDIO, text, content);
            case "document" -> media(MediaKind.DOCUMENT, text, content);
            case "sticker" -> media(MediaKind.STICKER, text, content);
            case "location" -> location(present(content, CONTENT));
            case "contact" -> cards(present(content, CONTENT));
            case "reaction" -> reaction(present(content, CONTENT));
            case "template" -> templates.read(present(content, CONTENT));
            case "buttons" -> interactive.buttons(text, present(content, CONTENT));
            case "list" -> interactive.menu(text, present(content, CONTENT));
            case "cta_url" -> interactive.link(text, present(content, CONTENT));
            case "location_request" -> request(text, new Interactive.LocationRequest());
            case "request_contact_info" -> request(text, new Interactive.ContactInfoRequest());
            default -> throw new WireException(MESSAGE_TYPE, "is not a type of message");
        };
    }

    private static Media media(MediaKind kind, @Nullable String caption, @Nullable ZavuMessageContent given) {
        ZavuMessageContent content = present(given, CONTENT);
        String id = given(content.mediaId());
        String link = given(content.mediaUrl());
        if (id == null && link == null) {
            throw new WireException(CONTENT.member("mediaUrl"), "is required, or content.mediaId");
        }
        MediaFile file = new MediaFile(id, link, given(content.mimeType()), null, null);
        return new Media(kind, file, given(caption), given(content.filename()), null, null);
    }

    private static Location location(ZavuMessageContent content) {
        return new Location(
                present(content.latitude(), CONTENT.member("latitude")),
                present(content.longitude(), CONTENT.member("longitude")),
                content.locationName(),
                content.locationAddress(),
                null);
    }

    private static ContactCards cards(ZavuMessageContent content) {
        List<ContactCard> cards = new ArrayList<>();
        for (ZavuMessageContent.Contact contact : elements(content.contacts(), CONTACTS)) {
            FieldPath path = CONTACTS.element(cards.size());
            List<ContactCard.Phone> phones = optionalElements(contact.phones(), path.member("phones")).stream()
                    .map(phone -> new ContactCard.Phone(phone, null, null))
                    .toList();
            String name = present(contact.name(), path.member("name"));
            cards.add(new ContactCard(
                    new ContactCard.Name(name, null, null, null, null, null),
                    phones,
                    List.of(),
                    List.of(),
                    null,
                    List.of(),
                    null));
        }
        return new ContactCards(cards);
    }

    private static Reaction reaction(ZavuMessageContent content) {
        String emoji = present(content.emoji(), CONTENT.member("emoji"));
        return new Reaction(
                ZavuIds.reference(present(content.reactToMessageId(), CONTENT.member("reactToMessageId"))), emoji);
    }

    private static Interactive request(@Nullable String text, Interactive.Action action) {
        return new Interactive(null, present(text, TEXT), null, action);
    }
}
