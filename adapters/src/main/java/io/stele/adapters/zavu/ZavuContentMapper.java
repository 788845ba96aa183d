package io.stele.adapters.zavu;

import io.stele.contracts.zavu.ZavuMessageContent;
import io.stele.core.message.ContactCard;
import io.stele.core.message.ContactCards;
import io.stele.core.message.Interactive;
import io.stele.core.message.Location;
import io.stele.core.message.Media;
import io.stele.core.message.Referral;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapping;
import org.mapstruct.Mapper;
import org.mapstruct.ReportingPolicy;

/**
 * The flat pieces of Zavu's {@code content}, which holds every type's members in one object: each method fills those of its
 * own and leaves the others out.
 */
@Mapper(unmappedTargetPolicy = ReportingPolicy.IGNORE)
interface ZavuContentMapper {

    @Mapping(target = "mediaUrl", source = "file.link")
    @Mapping(target = "mediaId", source = "file.id")
    @Mapping(target = "mimeType", source = "file.mimeType")
    ZavuMessageContent content(Media media);

    @Mapping(target = "locationName", source = "name")
    @Mapping(target = "locationAddress", source = "address")
    ZavuMessageContent content(Location place);

    @Mapping(target = "contacts", source = "cards")
    ZavuMessageContent content(ContactCards cards);

    @Mapping(target = "name", source = "name.formatted")
    ZavuMessageContent.Contact contact(ContactCard card);

    default List<String> phones(List<ContactCard.Phone> phones) {
        return phones.stream()
                .map(phone -> phone.phone() != null ? phone.phone() : phone.userId())
                .filter(Objects::nonNull)
                .toList();
    }

    ZavuMessageContent content(Interactive.ReplyButtons action);

    @Mapping(target = "listButton", source = "button")
    ZavuMessageContent content(Interactive.Menu action);

    @Mapping(target = "ctaDisplayText", source = "displayText")
    @Mapping(target = "ctaUrl", source = "url")
    ZavuMessageContent content(Interactive.LinkButton action);

    @Mapping(target = "ctaDisplayText", source = "callToAction")
    ZavuMessageContent content(Interactive.Flow action);

    ZavuMessageContent content(String emoji, String reactToMessageId);

    ZavuMessageContent taps(
            @Nullable List<ZavuMessageContent.Button> buttons, @Nullable List<ZavuMessageContent.Section> sections);

    ZavuMessageContent.Button button(Interactive.Button button);

    Interactive.Button button(ZavuMessageContent.Button button);

    @Mapping(target = "title", source = "title", defaultValue = "")
    ZavuMessageContent.Section section(Interactive.Section section);

    ZavuMessageContent.Row row(Interactive.Row row);

    Interactive.Row row(ZavuMessageContent.Row row);

    @Mapping(target = "ctwaClid", source = "clickId")
    ZavuMessageContent.Referral referral(Referral referral);

    @Mapping(target = "clickId", source = "ctwaClid")
    @Mapping(target = "further", expression = "java(io.stele.core.message.Json.Members.EMPTY)")
    Referral referral(ZavuMessageContent.Referral referral);

    /** A template with its variables, and with the file or place of its header where it has one. */
    @Mapping(target = "templateId", source = "id")
    @Mapping(target = "templateVariables", source = "body")
    @Mapping(target = "templateButtonVariables", source = "buttonValues")
    @Mapping(target = "templateHeaderVariables", source = "headerValues")
    ZavuMessageContent template(
            String id,
            @Nullable Map<String, String> body,
            @Nullable Map<String, String> buttonValues,
            @Nullable Map<String, String> headerValues,
            @Nullable ZavuMessageContent header);

    /** The same content with what stands above and below it. */
    @Mapping(target = "ctaHeaderType", source = "frame.headerType")
    @Mapping(target = "ctaHeaderText", source = "frame.headerText")
    @Mapping(target = "ctaHeaderMediaUrl", source = "frame.headerLink")
    @Mapping(target = "mediaId", source = "frame.headerId")
    @Mapping(target = "filename", source = "frame.headerFilename")
    @Mapping(target = "footerText", source = "frame.footer")
    ZavuMessageContent framed(@Nullable ZavuMessageContent content, ZavuFrame frame);

    /** The same content with what it answers and where it came from. */
    @Mapping(target = "replyToMessageId", source = "quote.messageId")
    @Mapping(target = "replyToProviderMessageId", source = "quote.providerMessageId")
    @Mapping(target = "replyToFrom", source = "quote.from")
    @Mapping(target = "replyToText", source = "quote.text")
    @Mapping(target = "replyToMessageType", source = "quote.messageType")
    @Mapping(target = "referral", source = "origin")
    @Nullable ZavuMessageContent inContext(
            @Nullable ZavuMessageContent content, @Nullable ZavuQuote quote, @Nullable Referral origin);
}
