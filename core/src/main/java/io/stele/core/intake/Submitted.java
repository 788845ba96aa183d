package io.stele.core.intake;

import io.stele.core.message.Message;

/**
 * A durable message.
 *
 * @param repeated whether it was made by an earlier request with the same idempotency key
 */
public record Submitted(Message message, boolean repeated) {}
