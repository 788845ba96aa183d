package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A message to send (contract §3.1). Only the member that {@code type} selects counts; a body may carry others.
 *
 * @param from E.164, a number assigned to the calling app
 * @param to E.164, one recipient
 * @param type one of the eleven sendable types
 * @param replyTo the Chirp id of the quoted message
 * @param media the member of {@code image}, {@code video}, {@code audio} and {@code document} alike
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SendRequest(
        @Nullable String from,
        @Nullable String to,
        @Nullable String type,
        @Nullable String replyTo,
        @Nullable TextBody text,
        @Nullable MediaReference media,
        @Nullable StickerReference sticker,
        @Nullable LocationPoint location,
        @Nullable ContactCards contacts,
        @Nullable ReactionBody reaction,
        @Nullable TemplateBody template,
        @Nullable Interactive interactive) {}
