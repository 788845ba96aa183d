package io.stele.core.webhook;

import java.time.Instant;
import java.util.UUID;

/**
 * A conversation whose silence a webhook wants to be told of, unless something is said before {@code dueAt}.
 *
 * @param since when something was said last
 */
public record SilenceWatch(WebhookId webhook, UUID conversation, Instant since, Instant dueAt) {}
