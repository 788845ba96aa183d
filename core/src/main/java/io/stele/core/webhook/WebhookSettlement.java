package io.stele.core.webhook;

import java.time.Instant;

/** What is to be written about a claim. */
public sealed interface WebhookSettlement {

    WebhookClaim claim();

    WebhookAttempt attempt();

    /** The receiver has it. */
    record Taken(WebhookClaim claim, WebhookAttempt attempt) implements WebhookSettlement {}

    /** It is tried again at {@code dueAt}. */
    record Again(WebhookClaim claim, WebhookAttempt attempt, Instant dueAt) implements WebhookSettlement {}

    /** It is given up. What it was made of is tried one by one. */
    record GivenUp(WebhookClaim claim, WebhookAttempt attempt) implements WebhookSettlement {}

    /** The receiver wants nothing any more: it is given up, and its webhook is made inactive. */
    record Gone(WebhookClaim claim, WebhookAttempt attempt) implements WebhookSettlement {}
}
