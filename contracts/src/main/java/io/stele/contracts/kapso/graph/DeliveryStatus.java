package io.stele.contracts.kapso.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One report on a sent message's way, as it came from the provider.
 *
 * @param id the message
 * @param status {@code sent}, {@code delivered}, {@code read}, {@code played} or {@code failed}
 * @param timestamp Unix seconds as a string
 * @param recipientId the recipient's digits
 * @param recipientUserId the recipient's business-scoped user id
 * @param bizOpaqueCallbackData the send's own note
 * @param errors present when the status is {@code failed}
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryStatus(
        @Nullable String id,
        @Nullable String status,
        @Nullable String timestamp,
        @Nullable String recipientId,
        @Nullable String recipientUserId,
        @Nullable String bizOpaqueCallbackData,
        @Nullable Conversation conversation,
        @Nullable Pricing pricing,
        @Nullable List<MessageError> errors) {

    /**
     * The provider's billing window.
     *
     * @param expirationTimestamp Unix seconds as a string
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Conversation(
            @Nullable String id, @Nullable String expirationTimestamp, @Nullable Origin origin) {}

    /** What opened the billing window. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Origin(@Nullable String type) {}

    /**
     * How the message is billed.
     *
     * @param pricingModel {@code PMP}, price per message
     * @param type such as {@code regular} or {@code free_customer_service}
     * @param category such as {@code marketing} or {@code service}
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Pricing(
            @Nullable Boolean billable,
            @Nullable String pricingModel,
            @Nullable String type,
            @Nullable String category) {}
}
