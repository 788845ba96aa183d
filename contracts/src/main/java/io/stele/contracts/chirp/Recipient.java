package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * How far a message has come with one recipient (contract §5.1).
 *
 * @param id {@code rcpt_…}
 * @param status {@code QUEUED}, {@code SENT}, {@code DELIVERED}, {@code READ} or {@code FAILED}
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Recipient(
        String id,
        String phoneNumber,
        String status,
        @Nullable String queuedAt,
        @Nullable String sentAt,
        @Nullable String deliveredAt,
        @Nullable String readAt,
        @Nullable String failedAt,
        @Nullable String errorCode,
        @Nullable String errorMessage,
        String createdAt,
        String updatedAt) {}
