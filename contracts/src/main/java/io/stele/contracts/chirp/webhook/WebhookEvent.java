package io.stele.contracts.chirp.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;

/**
 * An event as it is posted (contract §6.3).
 *
 * @param event its name
 * @param timestamp when it happened, ISO-8601 in UTC with milliseconds
 * @param data what the name says about its shape
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record WebhookEvent<T>(String event, String timestamp, T data) {}
