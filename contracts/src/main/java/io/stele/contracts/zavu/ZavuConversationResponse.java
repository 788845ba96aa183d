package io.stele.contracts.zavu;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;

/** A single conversation in its envelope (contract §2.2). */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ZavuConversationResponse(ZavuConversation conversation) {}
