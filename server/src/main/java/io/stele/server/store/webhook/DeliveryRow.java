package io.stele.server.store.webhook;

import io.stele.core.channel.EndpointId;
import io.stele.core.identity.Ksuid;
import io.stele.core.webhook.WebhookAttempt;
import io.stele.core.webhook.WebhookDelivery;
import io.stele.core.webhook.WebhookId;
import io.stele.server.store.people.Scopes;
import io.stele.server.store.sql.Row;
import java.time.Duration;

/** Reads deliveries and their attempts. */
final class DeliveryRow {

    private DeliveryRow() {}

    static WebhookDelivery delivery(Row row) {
        Ksuid endpoint = row.ksuidOrNull("endpoint_id");
        return new WebhookDelivery(
                row.uuid("id"),
                Scopes.read(row),
                new WebhookId(row.ksuid("webhook_id")),
                row.uuid("event_id"),
                row.number("log_position"),
                row.text("event"),
                row.text("body"),
                endpoint == null ? null : new EndpointId(endpoint),
                row.textOrNull("person"),
                row.constant("status", WebhookDelivery.Status.class),
                (int) row.number("attempts"),
                row.momentOrNull("due_at"),
                row.momentOrNull("settled_at"),
                row.momentOrNull("last_attempt_at"),
                row.integerOrNull("answer_status"),
                row.moment("created_at"));
    }

    static WebhookAttempt attempt(Row row) {
        return new WebhookAttempt(
                (int) row.number("number"),
                row.moment("at"),
                Duration.ofNanos(row.number("latency")),
                row.integerOrNull("answer_status"),
                row.textOrNull("answer"),
                row.textOrNull("error"));
    }
}
