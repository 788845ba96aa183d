package io.stele.server.store.webhook;

import io.micronaut.context.annotation.Value;
import io.stele.core.channel.SenderId;
import io.stele.core.event.EventNumbering;
import io.stele.core.project.Scope;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookId;
import io.stele.core.webhook.Webhooks;
import io.stele.server.store.project.ProjectLock;
import io.stele.server.store.project.SenderLeaving;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Session;
import io.stele.server.store.sql.Signal;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Webhooks, each with its queue, and the place in their log from which on they are told. */
@Singleton
final class StoredWebhooks implements Webhooks, SenderLeaving {

    /** What waits of a webhook that is removed is given up in so many parts at once; the rest is left to a chore. */
    private static final int PARTS_AT_ONCE = 4;

    private final Database database;
    private final WebhookRows webhooks;
    private final EventNumbering numbering;
    private final int most;
    private final InstantSource clock;

    StoredWebhooks(
            Database database,
            WebhookRows webhooks,
            EventNumbering numbering,
            @Value("${stele.webhook-limit:1000}") int most,
            InstantSource clock) {
        this.database = database;
        this.webhooks = webhooks;
        this.numbering = numbering;
        this.most = most;
        this.clock = clock;
    }

    @Override
    public List<Webhook> all(Scope scope) {
        return database.read(session -> webhooks.all(session, scope));
    }

    @Override
    public Optional<Webhook> webhook(Scope scope, WebhookId id) {
        return database.read(session -> webhooks.one(session, scope, id, ""));
    }

    @Override
    public int most() {
        return most;
    }

    @Override
    public Added add(Webhook webhook) {
        prepare(webhook.scope());
        return database.write(session -> {
            ProjectLock.take(session, webhook.scope());
            return add(session, webhook);
        });
    }

    /** To be done before a transaction that adds a webhook: what is committed by now gets its position, so that the webhook is not told of it. */
    void prepare(Scope scope) {
        numbering.catchUp(scope);
    }

    /** Adds within a transaction that holds the {@link ProjectLock}, after it was {@linkplain #prepare prepared}. */
    Added add(Session session, Webhook webhook) {
        if (isFull(session, webhook.scope())) {
            return Added.FULL;
        }
        long end = Cursors.end(session, webhook.scope());
        beginTelling(session, webhook.scope());
        if (!webhooks.insert(session, webhook, end)) {
            return Added.TAKEN;
        }
        Queues.begin(session, webhook);
        return Added.KEPT;
    }

    /** Whether the scope has as many as it may have. The caller holds the {@link ProjectLock}. */
    boolean isFull(Session session, Scope scope) {
        return webhooks.count(session, scope) >= most;
    }

    /** Where nothing has been told yet, what has a position by now is told to nobody. */
    private void beginTelling(Session session, Scope scope) {
        session.insert(
                """
                insert into webhook_cursor (project_id, mode, told, told_at)
                select l.project_id, l.mode, l.next_position - 1, cast(? as timestamp with time zone)
                from event_log l where l.project_id = ? and l.mode = ?""",
                clock.instant(),
                scope.project().value(),
                scope.mode());
    }

    @Override
    public Optional<Webhook> change(Scope scope, WebhookId id, UnaryOperator<Webhook> change) {
        return database.write(session -> {
            Optional<Webhook> before = webhooks.one(session, scope, id, " for update");
            before.ifPresent(webhook -> {
                Webhook changed = change.apply(webhook);
                webhooks.update(session, scope, id, changed);
                if (changed.active() != webhook.active()) {
                    Queues.activate(session, Queues.Key.of(webhook), changed.active(), clock.instant());
                    session.raise(Signal.WEBHOOKS_TO_SEND);
                }
            });
            return before.flatMap(_ -> webhooks.one(session, scope, id, ""));
        });
    }

    @Override
    public boolean remove(Scope scope, WebhookId id) {
        boolean there = database.write(session -> remove(session, scope, id));
        for (int part = 0; there && part < PARTS_AT_ONCE; part++) {
            if (!RemovedWebhooks.giveUpPart(database, clock.instant())) {
                break;
            }
        }
        return there;
    }

    private static boolean remove(Session session, Scope scope, WebhookId id) {
        int removed = session.update(
                "delete from webhook where project_id = ? and mode = ? and id = ?",
                scope.project().value(),
                scope.mode(),
                id.value());
        if (removed == 1) {
            Queues.close(session, new Queues.Key(scope.project().value(), id.value()));
        }
        return removed == 1;
    }

    /** Of the deliveries that wait, a chore takes care. */
    @Override
    public void leave(Session session, Scope scope, SenderId sender) {
        webhooks.ofSender(session, scope, sender).forEach(webhook -> remove(session, scope, webhook));
    }
}
