package io.stele.contracts.zavu.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code conversation.new} (contract §4.3). Of {@code phoneNumber}, {@code email} and {@code contactIdentifier} exactly one is there.
 *
 * @param conversationId the thread
 * @param contactIdentifier who has neither number nor email address: a business-scoped user id or a chat id, under the name that the API
 *     has for it
 * @param firstMessageText the words of the first message; empty when it has none
 * @param profileName what the person calls themself; written with null when unknown
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ZavuNewConversation(
        String conversationId,
        @Nullable String phoneNumber,
        @Nullable String email,
        @Nullable String contactIdentifier,
        String channel,
        String firstMessageId,
        String firstMessageText,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String profileName) {}
