package io.stele.adapters.zavu;

import static io.stele.adapters.zavu.ZavuFields.ATTACHMENTS;
import static io.stele.adapters.zavu.ZavuFields.CONTENT;
import static io.stele.adapters.zavu.ZavuFields.MESSAGE_TYPE;
import static io.stele.adapters.zavu.ZavuFields.SUBJECT;
import static io.stele.adapters.zavu.ZavuFields.TEXT;

import io.stele.adapters.FieldPath;
import io.stele.adapters.WireException;
import io.stele.contracts.zavu.ZavuMessageContent;
import io.stele.contracts.zavu.ZavuSendRequest;
import io.stele.core.channel.Channel;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which members go with what. One that a message of its kind cannot keep is refused by its name: nothing that a caller says is
 * dropped in silence. One that is empty says nothing, and goes with everything.
 */
final class ZavuMembers {

    /** A member of {@code content}. */
    record Member(String name, Function<ZavuMessageContent, @Nullable Object> value) {}

    static final List<Member> OF_CONTENT = List.of(
            new Member("mediaUrl", ZavuMessageContent::mediaUrl),
            new Member("mediaId", ZavuMessageContent::mediaId),
            new Member("mimeType", ZavuMessageContent::mimeType),
            new Member("filename", ZavuMessageContent::filename),
            new Member("latitude", ZavuMessageContent::latitude),
            new Member("longitude", ZavuMessageContent::longitude),
            new Member("locationName", ZavuMessageContent::locationName),
            new Member("locationAddress", ZavuMessageContent::locationAddress),
            new Member("contacts", ZavuMessageContent::contacts),
            new Member("buttons", ZavuMessageContent::buttons),
            new Member("listButton", ZavuMessageContent::listButton),
            new Member("sections", ZavuMessageContent::sections),
            new Member("ctaDisplayText", ZavuMessageContent::ctaDisplayText),
            new Member("ctaUrl", ZavuMessageContent::ctaUrl),
            new Member("ctaHeaderType", ZavuMessageContent::ctaHeaderType),
            new Member("ctaHeaderText", ZavuMessageContent::ctaHeaderText),
            new Member("ctaHeaderMediaUrl", ZavuMessageContent::ctaHeaderMediaUrl),
            new Member("footerText", ZavuMessageContent::footerText),
            new Member("emoji", ZavuMessageContent::emoji),
            new Member("reactToMessageId", ZavuMessageContent::reactToMessageId),
            new Member("replyToMessageId", ZavuMessageContent::replyToMessageId),
            new Member("replyToProviderMessageId", ZavuMessageContent::replyToProviderMessageId),
            new Member("replyToFrom", ZavuMessageContent::replyToFrom),
            new Member("replyToText", ZavuMessageContent::replyToText),
            new Member("replyToMessageType", ZavuMessageContent::replyToMessageType),
            new Member("referral", ZavuMessageContent::referral),
            new Member("templateId", ZavuMessageContent::templateId),
            new Member("templateVariables", ZavuMessageContent::templateVariables),
            new Member("templateButtonVariables", ZavuMessageContent::templateButtonVariables),
            new Member("templateHeaderVariables", ZavuMessageContent::templateHeaderVariables));

    private static final Set<String> FILE = Set.of("mediaUrl", "mediaId", "mimeType", "filename");
    /** What stands above and below a message with something to tap. */
    private static final Set<String> FRAME =
            Set.of("ctaHeaderType", "ctaHeaderText", "ctaHeaderMediaUrl", "mediaId", "filename", "footerText");

    /** What each type uses of {@code content}. */
    private static final Map<String, Set<String>> OF_TYPE = Map.ofEntries(
            Map.entry("text", Set.of()),
            Map.entry("image", FILE),
            Map.entry("video", FILE),
            Map.entry("audio", FILE),
            Map.entry("document", FILE),
            Map.entry("sticker", FILE),
            Map.entry("location", Set.of("latitude", "longitude", "locationName", "locationAddress")),
            Map.entry("contact", Set.of("contacts")),
            Map.entry("buttons", framed("buttons")),
            Map.entry("list", framed("listButton", "sections")),
            Map.entry("cta_url", framed("ctaDisplayText", "ctaUrl")),
            Map.entry("request_contact_info", Set.of()),
            Map.entry("location_request", Set.of()),
            Map.entry("reaction", Set.of("emoji", "reactToMessageId")),
            Map.entry(
                    "template",
                    Set.of("templateId", "templateVariables", "templateButtonVariables", "templateHeaderVariables")));

    private static final Set<String> WITHOUT_TEXT = Set.of("location", "contact", "reaction", "template");

    private ZavuMembers() {}

    /**
     * Refuses the text, and the members of the content, that a message of this type does not have.
     *
     * @throws WireException for the first of them, and for a type that is none
     */
    static void check(String messageType, @Nullable String text, @Nullable ZavuMessageContent content) {
        Set<String> used = OF_TYPE.get(messageType);
        if (used == null) {
            throw new WireException(MESSAGE_TYPE, "is not a type of message");
        }
        String reason = "cannot go with a message of type " + messageType;
        if (WITHOUT_TEXT.contains(messageType)) {
            refuse(TEXT, text, reason);
        }
        if (content != null) {
            OF_CONTENT.stream()
                    .filter(member -> !used.contains(member.name()))
                    .forEach(member -> refuse(CONTENT.member(member.name()), member.value().apply(content), reason));
        }
    }

    /**
     * Refuses the members of an email, and of speech, that are given for another channel.
     *
     * @param medium the channel in whose terms the request is read; null when it is left open
     * @throws WireException for the first of them
     */
    static void check(ZavuSendRequest request, @Nullable Channel medium) {
        if (medium != Channel.EMAIL) {
            String reason = "can go with an email only";
            refuse(SUBJECT, request.subject(), reason);
            refuse(FieldPath.of("htmlBody"), request.htmlBody(), reason);
            refuse(FieldPath.of("replyTo"), request.replyTo(), reason);
            refuse(ATTACHMENTS, request.attachments(), reason);
        }
        if (medium != Channel.VOICE) {
            refuse(FieldPath.of("voiceLanguage"), request.voiceLanguage(), "can go with speech only");
        }
    }

    /** @throws WireException when the member says something */
    static void refuse(FieldPath path, @Nullable Object value, String reason) {
        if (!isEmpty(value)) {
            throw new WireException(path, reason);
        }
    }

    /** The text; null when it is empty. */
    static @Nullable String given(@Nullable String text) {
        return isEmpty(text) ? null : text;
    }

    private static boolean isEmpty(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case String text -> text.isBlank();
            case Collection<?> elements -> elements.isEmpty();
            case Map<?, ?> members -> members.isEmpty();
            default -> false;
        };
    }

    private static Set<String> framed(String... own) {
        return Stream.concat(Stream.of(own), FRAME.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
