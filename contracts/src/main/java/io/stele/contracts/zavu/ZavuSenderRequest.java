package io.stele.contracts.zavu;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/senders} and of {@code PATCH /v1/senders/{senderId}} (contract §2.4).
 *
 * @param name required for a new sender
 * @param phoneNumber E.164; of no effect on a sender that is there
 * @param webhookUrl in a change, {@code null} removes the webhook with its secret; left out, it stays
 * @param webhookEvents which events are told
 * @param webhookActive in a change only
 * @param webhookSignatureVersion {@code v1}, {@code v1+v2} or {@code v2}
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ZavuSenderRequest(
        @Nullable String name,
        @Nullable String phoneNumber,
        @Nullable Boolean setAsDefault,
        @Nullable Boolean enableSmsOneway,
        @Nullable Boolean enableVoice,
        @Nullable String emailAddress,
        @Nullable String emailDomainId,
        @Nullable String emailFromName,
        @Nullable Boolean emailReceivingEnabled,
        @Nullable Boolean emailCatchAllEnabled,
        @Nullable String webhookUrl,
        @Nullable List<String> webhookEvents,
        @Nullable Boolean webhookActive,
        @Nullable String webhookSignatureVersion) {}
