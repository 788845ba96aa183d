package io.stele.contracts.zavu;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One voice of the project (contract §2.4).
 *
 * @param phoneNumber E.164; empty when it has none
 * @param isDefault whether it speaks when a caller names no sender
 * @param channels what it can send on now
 * @param emailAddress absent when it has none
 * @param webhook where it tells what happens; absent when it does not
 * @param whatsapp absent when it is not on WhatsApp
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ZavuSender(
        String id,
        String name,
        String phoneNumber,
        boolean isDefault,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<String> channels,
        @Nullable String emailAddress,
        @Nullable Webhook webhook,
        @Nullable WhatsApp whatsapp,
        String createdAt) {

    /**
     * Where a sender tells what happens.
     *
     * @param signatureVersion {@code v1}, {@code v1+v2} or {@code v2}
     * @param secret with what deliveries are signed; only in the answer to the request that made it
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Webhook(
            String url,
            @JsonInclude(JsonInclude.Include.ALWAYS) List<String> events,
            boolean active,
            String signatureVersion,
            @Nullable String secret) {}

    /** Its number as WhatsApp knows it. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WhatsApp(String displayPhoneNumber, String phoneNumberId) {}
}
