package io.stele.contracts.zavu;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a message of a type other than text says (contract §2.1): one flat object for all types, of which each type uses
 * its own members. The members from {@code replyToMessageId} to {@code referral} are only ever received.
 *
 * @param mediaUrl image, video, audio, document, sticker: where the file is
 * @param mediaId the same, as an id that the provider knows the file by
 * @param mimeType media type of the file
 * @param filename name of the file, for documents
 * @param latitude location: degrees
 * @param longitude location: degrees
 * @param contacts contact: the cards
 * @param buttons buttons: one to three
 * @param listButton list: label that opens the list, at most 20 characters
 * @param sections list: its sections
 * @param ctaDisplayText cta_url: label of the button, at most 20 characters
 * @param ctaUrl cta_url: where the button leads
 * @param ctaHeaderType cta_url: {@code text}, {@code image}, {@code video} or {@code document}
 * @param ctaHeaderText cta_url: at most 60 characters
 * @param ctaHeaderMediaUrl cta_url: file of a header that is not text
 * @param footerText cta_url: at most 60 characters
 * @param emoji reaction: a single emoji
 * @param reactToMessageId reaction: the message reacted to
 * @param replyToMessageId the quoted message; absent when it is not stored here
 * @param replyToProviderMessageId the provider's id of the quoted message; present on every reply
 * @param replyToFrom who wrote the quoted message
 * @param replyToText beginning of the quoted message's text; empty when it has none
 * @param replyToMessageType type of the quoted message
 * @param referral the ad or post that the conversation was started from
 * @param templateId template: its id
 * @param templateVariables template: values of the body, keyed by position ({@code "1"}) or by name
 * @param templateButtonVariables template: values of the buttons, keyed by the button's index from {@code "0"}; a send takes {@code "0"} to {@code "2"}
 * @param templateHeaderVariables template: value of the text header, keyed {@code "1"}
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ZavuMessageContent(
        @Nullable String mediaUrl,
        @Nullable String mediaId,
        @Nullable String mimeType,
        @Nullable String filename,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,
        @Nullable String locationName,
        @Nullable String locationAddress,
        @Nullable List<Contact> contacts,
        @Nullable List<Button> buttons,
        @Nullable String listButton,
        @Nullable List<Section> sections,
        @Nullable String ctaDisplayText,
        @Nullable String ctaUrl,
        @Nullable String ctaHeaderType,
        @Nullable String ctaHeaderText,
        @Nullable String ctaHeaderMediaUrl,
        @Nullable String footerText,
        @Nullable String emoji,
        @Nullable String reactToMessageId,
        @Nullable String replyToMessageId,
        @Nullable String replyToProviderMessageId,
        @Nullable String replyToFrom,
        @Nullable String replyToText,
        @Nullable String replyToMessageType,
        @Nullable Referral referral,
        @Nullable String templateId,
        @Nullable Map<String, String> templateVariables,
        @Nullable Map<String, String> templateButtonVariables,
        @Nullable Map<String, String> templateHeaderVariables) {

    /**
     * A contact card.
     *
     * @param phones E.164 phone numbers
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Contact(@Nullable String name, @Nullable List<String> phones) {}

    /**
     * A reply button.
     *
     * @param id at most 256 characters; comes back when the button is tapped
     * @param title at most 20 characters
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Button(@Nullable String id, @Nullable String title) {}

    /**
     * A section of a list.
     *
     * @param rows at most 10
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Section(@Nullable String title, @Nullable List<Row> rows) {}

    /**
     * A row of a section.
     *
     * @param id comes back when the row is chosen
     * @param title at most 24 characters
     * @param description at most 72 characters
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(@Nullable String id, @Nullable String title, @Nullable String description) {}

    /**
     * The ad or post that led the customer here; on the first inbound message of such a conversation only.
     *
     * @param ctwaClid click id; an ad has it, a post does not
     * @param sourceId id of the ad or post
     * @param sourceType {@code ad} or {@code post}
     * @param mediaType {@code image} or {@code video}
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Referral(
            @Nullable String ctwaClid,
            @Nullable String sourceId,
            @Nullable String sourceType,
            @Nullable String sourceUrl,
            @Nullable String headline,
            @Nullable String body,
            @Nullable String mediaType,
            @Nullable String imageUrl,
            @Nullable String videoUrl,
            @Nullable String thumbnailUrl) {}
}
