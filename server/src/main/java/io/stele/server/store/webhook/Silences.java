package io.stele.server.store.webhook;

import io.stele.core.channel.Endpoint;
import io.stele.core.conversation.Conversation;
import io.stele.core.message.Message;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import io.stele.core.webhook.FanOutStore;
import io.stele.core.webhook.SilenceView;
import io.stele.core.webhook.SilenceWatch;
import io.stele.core.webhook.Webhook;
import io.stele.server.store.conversation.Conversations;
import io.stele.server.store.message.Messages;
import io.stele.server.store.project.CurrentEndpoints;
import io.stele.server.store.sql.Ids;
import io.stele.server.store.sql.RunAgainException;
import io.stele.server.store.sql.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The watches for the silence of conversations. */
final class Silences {

    /** A watch's primary key. Sorts as the rows are locked. */
    record Key(Queues.Key queue, UUID conversation) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int queues = queue.compareTo(other.queue);
            return queues != 0 ? queues : Ids.ORDER.compare(conversation, other.conversation);
        }
    }

    private record Span(Instant since, Instant dueAt) {

        /** How long the silence has to last. */
        Duration length() {
            return Duration.between(since, dueAt);
        }
    }

    private Silences() {}

    /** Sets watches, each replacing that of the same webhook and conversation. */
    static void watch(Session session, Scope scope, List<SilenceWatch> watches) {
        Map<Key, SilenceWatch> last = new TreeMap<>();
        watches.forEach(watch ->
                last.put(new Key(Queues.Key.of(scope, watch.webhook()), watch.conversation()), watch));
        List<Map.Entry<Key, SilenceWatch>> entries = List.copyOf(last.entrySet());
        int[] known = session.batch(
                """
                update webhook_silence set since = ?, due_at = ?
                where project_id = ? and webhook_id = ? and conversation_id = ?""",
                entries.stream()
                        .map(entry -> values(entry, true))
                        .toList());
        List<List<Object>> begun = new ArrayList<>();
        for (int i = 0; i < known.length; i++) {
            if (known[i] == 0) {
                begun.add(values(entries.get(i), false));
            }
        }
        int[] inserted = session.insertAll(
                """
                insert into webhook_silence (project_id, webhook_id, conversation_id, since, due_at)
                values (?, ?, ?, ?, ?)""",
                begun);
        for (int count : inserted) {
            if (count == 0) {
                throw new RunAgainException("a watch was set meanwhile");
            }
        }
    }

    private static List<Object> values(Map.Entry<Key, SilenceWatch> entry, boolean keyLast) {
        Collection<Object> key = List.of(
                entry.getKey().queue().project(), entry.getKey().queue().webhook(), entry.getKey().conversation());
        Collection<Object> span = List.of(entry.getValue().since(), entry.getValue().dueAt());
        List<Object> values = new ArrayList<>(keyLast ? span : key);
        values.addAll(keyLast ? key : span);
        return values;
    }

    /** Those that are due, longest due first. */
    static List<Key> due(Session session, Instant now, int limit) {
        return session.list(
                row -> new Key(Queues.Key.read(row), row.uuid("conversation_id")),
                "select project_id, webhook_id, conversation_id from webhook_silence where due_at <= ? order by due_at limit ?",
                now,
                limit);
    }

    /** Makes a watch due later that is due and cannot be told. */
    static int putOff(Session session, Key watch, Instant now, Duration pause) {
        return session.update(
                """
                update webhook_silence set since = ?, due_at = ?
                where project_id = ? and webhook_id = ? and conversation_id = ? and due_at <= ?""",
                now,
                now.plus(pause),
                watch.queue().project(),
                watch.queue().webhook(),
                watch.conversation(),
                now);
    }

    /** Tells a silence, if its watch is still due. @return how many watches were dealt with, 1 or 0 */
    static int tell(Session session, Webhook webhook, Key watch, Instant now, FanOutStore.SilenceTelling telling) {
        if (Queues.lock(session, List.of(watch.queue())).isEmpty()) {
            return 0;
        }
        Optional<Span> span = lock(session, watch, now);
        if (span.isEmpty()) {
            return 0;
        }
        ProjectId project = webhook.scope().project();
        Conversation conversation = Conversations.among(session, project, List.of(watch.conversation()), span.get().dueAt())
                .get(watch.conversation());
        Instant over = conversation == null ? now : later(span.get().dueAt(), conversation.lastActiveAt().plus(span.get().length()));
        if (conversation != null && over.isAfter(now)) {
            goOn(session, watch, conversation.lastActiveAt(), over);
            return 1;
        }
        forget(session, watch);
        if (conversation != null && webhook.active() && !wasEnded(conversation, over)) {
            view(session, conversation, over)
                    .ifPresent(view -> new NewDeliveries(session, webhook.scope(), now).write(telling.tell(webhook, view)));
        }
        return 1;
    }

    private static Optional<Span> lock(Session session, Key watch, Instant now) {
        return session.first(
                row -> new Span(row.moment("since"), row.moment("due_at")),
                """
                select since, due_at from webhook_silence
                where project_id = ? and webhook_id = ? and conversation_id = ? and due_at <= ? for update""",
                watch.queue().project(),
                watch.queue().webhook(),
                watch.conversation(),
                now);
    }

    private static void goOn(Session session, Key watch, Instant since, Instant dueAt) {
        session.update(
                """
                update webhook_silence set since = ?, due_at = ?
                where project_id = ? and webhook_id = ? and conversation_id = ?""",
                since,
                dueAt,
                watch.queue().project(),
                watch.queue().webhook(),
                watch.conversation());
    }

    /** Forgets a watch. @return how many, 1 or 0 */
    static int forget(Session session, Key watch) {
        return session.update(
                "delete from webhook_silence where project_id = ? and webhook_id = ? and conversation_id = ?",
                watch.queue().project(),
                watch.queue().webhook(),
                watch.conversation());
    }

    private static boolean wasEnded(Conversation conversation, Instant over) {
        return conversation.endedAt() != null && conversation.endedAt().isBefore(over);
    }

    /** Empty when the endpoint is gone. */
    private static Optional<SilenceView> view(Session session, Conversation conversation, Instant over) {
        Endpoint endpoint =
                CurrentEndpoints.among(session, List.of(conversation.endpoint())).get(conversation.endpoint());
        return Optional.ofNullable(endpoint)
                .map(there -> new SilenceView(there, conversation, last(session, conversation), over));
    }

    private static @Nullable Message last(Session session, Conversation conversation) {
        Conversation.LastMessage last = conversation.last();
        return last == null
                ? null
                : Messages.byId(session, List.of(conversation.scope().project()), List.of(last.id())).get(last.id());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
