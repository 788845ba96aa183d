package io.stele.contracts.kapso;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * What Kapso adds to a conversation (contract section 2.8). Every key is written, also when there is nothing to tell.
 *
 * @param lastMessageTimestamp ISO 8601, other than a message's own timestamp
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ConversationExtensions(
        @Nullable String contactName,
        @Nullable Long messagesCount,
        @Nullable String lastMessageId,
        @Nullable String lastMessageType,
        @Nullable String lastMessageTimestamp,
        @Nullable String lastMessageText,
        @Nullable String lastInboundAt,
        @Nullable String lastOutboundAt) {}
