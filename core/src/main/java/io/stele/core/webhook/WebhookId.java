package io.stele.core.webhook;

import io.stele.core.identity.Ksuid;

/** Names a webhook. */
public record WebhookId(Ksuid value) {}
