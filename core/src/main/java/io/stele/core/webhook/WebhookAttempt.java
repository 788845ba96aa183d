package io.stele.core.webhook;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to deliver.
 *
 * @param number counted from 1
 * @param at when it began
 * @param status the answer's HTTP status; null when none came
 * @param answer the first bytes of the answer's body, as text; null when there was none
 * @param error why there was no answer; null when there was one
 */
public record WebhookAttempt(
        int number,
        Instant at,
        Duration latency,
        @Nullable Integer status,
        @Nullable String answer,
        @Nullable String error) {}
