package io.stele.contracts.zavu;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;

/** A single message in its envelope: the answer to a send, a reaction and a read by id (contract §2.1). */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ZavuMessageResponse(ZavuMessage message) {}
