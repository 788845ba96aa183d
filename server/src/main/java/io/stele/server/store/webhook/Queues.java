package io.stele.server.store.webhook;

import io.stele.core.identity.Ksuid;
import io.stele.core.project.Scope;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookId;
import io.stele.server.store.sql.Condition;
import io.stele.server.store.sql.Ids;
import io.stele.server.store.sql.Keys;
import io.stele.server.store.sql.Row;
import io.stele.server.store.sql.Session;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The rows of the queues. */
final class Queues {

    /** A queue's primary key. Sorts as the rows are locked. */
    record Key(UUID project, Ksuid webhook) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::project, Ids.ORDER).thenComparing(Key::webhook);

        static Key of(Webhook webhook) {
            return new Key(webhook.scope().project().value(), webhook.id().value());
        }

        static Key of(Scope scope, WebhookId webhook) {
            return new Key(scope.project().value(), webhook.value());
        }

        static Key read(Row row) {
            return new Key(row.uuid("project_id"), row.ksuid("webhook_id"));
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private Queues() {}

    /** Begins the queue of a new webhook. */
    static void begin(Session session, Webhook webhook) {
        session.update(
                "insert into webhook_queue (project_id, webhook_id, mode, active, removed) values (?, ?, ?, ?, false)",
                webhook.scope().project().value(),
                webhook.id().value(),
                webhook.scope().mode(),
                webhook.active());
    }

    /** Lets the queue of a webhook go on, or stops it. */
    static void activate(Session session, Key key, boolean active, Instant now) {
        session.update(
                """
                update webhook_queue set active = ?, due_at = case when ? then cast(? as timestamp with time zone) end
                where project_id = ? and webhook_id = ?""",
                active,
                active,
                now,
                key.project(),
                key.webhook());
    }

    /** Stops the queue of a webhook that is removed. */
    static void close(Session session, Key key) {
        session.update(
                """
                update webhook_queue set active = false, removed = true, due_at = null
                where project_id = ? and webhook_id = ?""",
                key.project(),
                key.webhook());
    }

    /** Locks these queues until the end of the transaction. @return those of webhooks that are not removed */
    static Set<Key> lock(Session session, Collection<Key> queues) {
        return lock(session, queues, Condition.where("removed = false"));
    }

    /** Locks these queues of the scope until the end of the transaction. @return those of webhooks that are there and not removed */
    static Set<Key> lock(Session session, Scope scope, Collection<Key> queues) {
        return lock(session, queues, Condition.where("removed = false and mode = ?", scope.mode()));
    }

    private static Set<Key> lock(Session session, Collection<Key> queues, Condition condition) {
        List<Key> sorted = queues.stream().distinct().sorted().toList();
        return new HashSet<>(session.list(
                Key::read,
                new Keys(sorted.stream().map(key -> List.of(key.project(), key.webhook())).toList()),
                "select project_id, webhook_id from webhook_queue where " + condition.sql()
                        + " and (project_id, webhook_id) in :keys order by project_id, webhook_id for update",
                condition.values().toArray()));
    }

    /** Makes queues due now, but those of webhooks that are not active. The caller has locked them. */
    static void wake(Session session, Collection<Key> queues, Instant now) {
        session.batch(
                """
                update webhook_queue
                set due_at = case when due_at < ? then due_at else cast(? as timestamp with time zone) end
                where project_id = ? and webhook_id = ? and active = true""",
                queues.stream()
                        .distinct()
                        .sorted()
                        .map(key -> List.of(now, now, key.project(), key.webhook()))
                        .toList());
    }
}
