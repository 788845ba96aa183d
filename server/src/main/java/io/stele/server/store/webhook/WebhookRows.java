package io.stele.server.store.webhook;

import io.stele.core.channel.EndpointId;
import io.stele.core.channel.SenderId;
import io.stele.core.identity.Ksuid;
import io.stele.core.project.AppId;
import io.stele.core.project.Scope;
import io.stele.core.webhook.FanOutStore;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookForm;
import io.stele.core.webhook.WebhookId;
import io.stele.core.webhook.WebhookTarget;
import io.stele.server.store.json.LanguageForm;
import io.stele.server.store.people.Scopes;
import io.stele.server.store.sql.Row;
import io.stele.server.store.sql.Session;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Webhooks as rows. */
@Singleton
final class WebhookRows {

    private static final String SENDER = "SENDER";
    private static final String ENDPOINT = "ENDPOINT";
    private static final String PROJECT = "PROJECT";
    private static final String APP = "APP";

    private final Seals seals;

    WebhookRows(Seals seals) {
        this.seals = seals;
    }

    /** Oldest first. */
    List<Webhook> all(Session session, Scope scope) {
        return session.list(
                this::webhook,
                "select * from webhook where project_id = ? and mode = ? order by created_at, id",
                scope.project().value(),
                scope.mode());
    }

    /** Those that are active, oldest first. */
    List<FanOutStore.Listener> listeners(Session session, Scope scope) {
        return session.list(
                row -> new FanOutStore.Listener(webhook(row), row.number("told_after")),
                "select * from webhook where project_id = ? and mode = ? and active = true order by created_at, id",
                scope.project().value(),
                scope.mode());
    }

    /** How many the scope has. */
    int count(Session session, Scope scope) {
        return session.first(
                        row -> (int) row.number("n"),
                        "select count(*) as n from webhook where project_id = ? and mode = ?",
                        scope.project().value(),
                        scope.mode())
                .orElse(0);
    }

    /** Those that are told of the sender's endpoints only. */
    List<WebhookId> ofSender(Session session, Scope scope, SenderId sender) {
        return session.list(
                row -> new WebhookId(row.ksuid("id")),
                "select id from webhook where project_id = ? and mode = ? and target_kind = ? and target = ? order by id for update",
                scope.project().value(),
                scope.mode(),
                SENDER,
                sender.value().toString());
    }

    /** @param locking what follows the statement */
    Optional<Webhook> one(Session session, Scope scope, WebhookId id, String locking) {
        return session.first(
                this::webhook,
                "select * from webhook where project_id = ? and mode = ? and id = ?" + locking,
                scope.project().value(),
                scope.mode(),
                id.value());
    }

    /** That of a queue; empty when it is gone. */
    Optional<Webhook> of(Session session, Queues.Key queue) {
        return session.first(
                this::webhook, "select * from webhook where project_id = ? and id = ?", queue.project(), queue.webhook());
    }

    /**
     * @param after up to which position the log has nothing to tell it
     * @return whether there is none that stands in its way
     */
    boolean insert(Session session, Webhook webhook, long after) {
        Ksuid id = webhook.id().value();
        return session.insert(
                        """
                        insert into webhook (project_id, id, mode, target_kind, target, form, only_one, url, events, active, headers, secret,
                                             told_after, created_at, updated_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                        webhook.scope().project().value(),
                        id,
                        webhook.scope().mode(),
                        kind(webhook.target()),
                        target(webhook.target()),
                        LanguageForm.write(webhook.form()),
                        onlyOne(webhook),
                        webhook.url(),
                        LanguageForm.writeNames(webhook.events()),
                        webhook.active(),
                        seals.headers(id, webhook.headers()),
                        seals.secret(id, webhook.secret()),
                        after,
                        webhook.createdAt(),
                        webhook.updatedAt())
                == 1;
    }

    /** Writes what can change of the webhook with this id. */
    void update(Session session, Scope scope, WebhookId webhook, Webhook changed) {
        Ksuid id = webhook.value();
        session.update(
                """
                update webhook set form = ?, url = ?, events = ?, active = ?, headers = ?, secret = ?, updated_at = ?
                where project_id = ? and id = ?""",
                LanguageForm.write(changed.form()),
                changed.url(),
                LanguageForm.writeNames(changed.events()),
                changed.active(),
                seals.headers(id, changed.headers()),
                seals.secret(id, changed.secret()),
                changed.updatedAt(),
                scope.project().value(),
                id);
    }

    /**
     * The row's webhook.
     *
     * @throws IllegalStateException when it cannot be read, or its secrets cannot be opened
     */
    Webhook webhook(Row row) {
        Ksuid id = row.ksuid("id");
        return new Webhook(
                new WebhookId(id),
                Scopes.read(row),
                target(row.text("target_kind"), row.text("target")),
                LanguageForm.read(row.text("form")),
                row.text("url"),
                LanguageForm.readNames(row.text("events")),
                row.truth("active"),
                seals.openHeaders(id, row.text("headers")),
                seals.openSecret(id, row.textOrNull("secret")),
                row.moment("created_at"),
                row.moment("updated_at"));
    }

    private static String kind(WebhookTarget target) {
        return switch (target) {
            case WebhookTarget.OfSender _ -> SENDER;
            case WebhookTarget.OfEndpoint _ -> ENDPOINT;
            case WebhookTarget.OfProject _ -> PROJECT;
            case WebhookTarget.OfApp _ -> APP;
        };
    }

    private static String target(WebhookTarget target) {
        return switch (target) {
            case WebhookTarget.OfSender(var sender) -> sender.value().toString();
            case WebhookTarget.OfEndpoint(var endpoint) -> endpoint.value().toString();
            case WebhookTarget.OfProject() -> "";
            case WebhookTarget.OfApp(var app) -> app.value().toString();
        };
    }

    private static WebhookTarget target(String kind, String id) {
        return switch (kind) {
            case SENDER -> new WebhookTarget.OfSender(new SenderId(UUID.fromString(id)));
            case ENDPOINT -> new WebhookTarget.OfEndpoint(new EndpointId(ksuid(id)));
            case PROJECT -> new WebhookTarget.OfProject();
            case APP -> new WebhookTarget.OfApp(new AppId(ksuid(id)));
            default -> throw new IllegalStateException("a stored webhook has an unknown target: " + kind);
        };
    }

    private static Ksuid ksuid(String id) {
        return Ksuid.parse(id).orElseThrow(() -> new IllegalStateException("a stored webhook has a target that is no id"));
    }

    private static @Nullable String onlyOne(Webhook webhook) {
        return switch (webhook.form()) {
            case WebhookForm.Zavu _ -> "zavu/" + target(webhook.target());
            case WebhookForm.Meta _ -> "meta/" + target(webhook.target());
            case WebhookForm.Kapso _, WebhookForm.Chirp _ -> null;
        };
    }
}
