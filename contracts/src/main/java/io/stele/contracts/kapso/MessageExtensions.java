package io.stele.contracts.kapso;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.stele.contracts.kapso.graph.DeliveryStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Kapso adds to a message (contract section 2.7).
 *
 * @param direction {@code inbound} or {@code outbound}
 * @param status {@code pending}, {@code sent}, {@code delivered}, {@code read} or {@code failed}
 * @param processingStatus on the proxy {@code pending}, {@code processing}, {@code completed} or {@code failed}; on the
 *     platform {@code pending}, {@code processed} or {@code blocked}
 * @param origin {@code cloud_api}, {@code business_app} or {@code history_sync}
 * @param phoneNumber the contact's number
 * @param phoneNumberId the business number's id
 * @param content the message as one line of text
 * @param statuses every report of the provider so far, oldest first
 * @param mediaUrl the address in {@code mediaData} once more
 * @param messageTypeData further data whose form depends on the message's type
 * @param flowResponse the values of a filled-in form
 * @param flowName the name of the flow whose form it is
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageExtensions(
        @Nullable String direction,
        @Nullable String status,
        @Nullable String processingStatus,
        @Nullable String origin,
        @Nullable String phoneNumber,
        @Nullable String phoneNumberId,
        @Nullable Boolean hasMedia,
        @Nullable String whatsappConversationId,
        @Nullable String contactName,
        @Nullable String content,
        @Nullable List<DeliveryStatus> statuses,
        @Nullable Transcript transcript,
        @Nullable MediaData mediaData,
        @Nullable String mediaUrl,
        @Nullable JsonNode messageTypeData,
        @Nullable JsonNode flowResponse,
        @Nullable String flowToken,
        @Nullable String flowName,
        @Nullable String orderText) {

    /** What was said in a voice note. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Transcript(@Nullable String text) {}

    /**
     * The stored copy of a message's media.
     *
     * @param url absolute, and enough to fetch the media without a key
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MediaData(
            @Nullable String url,
            @Nullable String filename,
            @Nullable String contentType,
            @Nullable Long byteSize) {}
}
