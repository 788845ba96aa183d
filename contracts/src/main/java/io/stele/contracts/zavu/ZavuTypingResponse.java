package io.stele.contracts.zavu;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;

/** Answer to {@code POST /v1/messages/{messageId}/typing} (contract §2.1). */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ZavuTypingResponse(boolean success) {}
