package io.stele.contracts.zavu;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;

/** Answer to {@code POST /v1/senders/{senderId}/webhook/secret} (contract §2.4). */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ZavuWebhookSecret(String secret) {}
