package io.stele.contracts.zavu;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/messages} (contract §2.1). Only {@code to} is required by the API.
 *
 * @param to E.164 phone number, email address, WhatsApp business-scoped user id ({@code CC.digits}) or numeric chat id
 * @param channel the channel wanted; absent means {@code auto}
 * @param messageType absent means {@code text}
 * @param text body of a text, caption of a medium, or prompt (at most 1024 characters) of a location or contact-info
 *     request
 * @param content what a type other than text says; the two request types must not have it
 * @param subject at most 998 characters; required for email
 * @param htmlBody email only; goes out as the alternative of {@code text}
 * @param replyTo email address that answers shall go to; email only
 * @param attachments email only; at most 50, together at most 40 MB
 * @param idempotencyKey a second send with the same key in the same project is refused (§3.6)
 * @param metadata free labels that come back with the message
 * @param fallbackEnabled whether a failed WhatsApp message may go out as SMS; absent means true
 * @param voiceLanguage BCP-47 tag of the speech; absent leaves it to the provider that makes the call
 * @param senderId the sender, as a courtesy to clients that put it here; the header {@code Zavu-Sender} goes before it
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ZavuSendRequest(
        @Nullable String to,
        @Nullable String channel,
        @Nullable String messageType,
        @Nullable String text,
        @Nullable ZavuMessageContent content,
        @Nullable String subject,
        @Nullable String htmlBody,
        @Nullable String replyTo,
        @Nullable List<ZavuEmailAttachment> attachments,
        @Nullable String idempotencyKey,
        @Nullable Map<String, String> metadata,
        @Nullable Boolean fallbackEnabled,
        @Nullable String voiceLanguage,
        @Nullable String senderId) {}
