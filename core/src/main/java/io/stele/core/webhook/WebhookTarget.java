package io.stele.core.webhook;

import io.stele.core.channel.EndpointId;
import io.stele.core.channel.SenderId;
import io.stele.core.project.AppId;

/** Whose events a webhook is told. */
public sealed interface WebhookTarget {

    /** Those of every endpoint that the sender uses (Zavu). */
    record OfSender(SenderId sender) implements WebhookTarget {}

    /** Those of one endpoint (Kapso). */
    record OfEndpoint(EndpointId endpoint) implements WebhookTarget {}

    /** Those of the project as a whole, not of its messages (Kapso). */
    record OfProject() implements WebhookTarget {}

    /** Those of every endpoint that is assigned to the app (Chirp). */
    record OfApp(AppId app) implements WebhookTarget {}
}
