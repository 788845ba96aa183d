package io.stele.server.store.delivery;

import io.stele.core.channel.EndpointId;
import io.stele.core.delivery.Settlement;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import io.stele.core.project.ProjectId;
import io.stele.server.store.json.CircumstanceForm;
import io.stele.server.store.people.Acquaintance;
import io.stele.server.store.sql.Keys;
import io.stele.server.store.sql.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Messages of which nobody knows whether the provider has them, within one transaction. Whoever tells of such a message has locked its
 * correspondence, and so has whoever begins or ends the doubt: a message is in doubt only as long as nobody has told.
 */
final class Doubts {

    /** The message that is in doubt. */
    record Key(ProjectId project, MessageId message) {}

    private Doubts() {}

    /** Begins doubts. The correspondences are locked. */
    static void begin(Session session, List<Settlement.InDoubt> doubts) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Settlement.InDoubt doubt : doubts) {
            var message = doubt.claim().dispatch().message();
            rows.add(Arrays.asList(
                    doubt.until(),
                    CircumstanceForm.write(doubt.failure()),
                    message.scope().project().value(),
                    message.id().value()));
        }
        session.batch(
                """
                insert into in_doubt (project_id, message_id, give_up_at, failure)
                select m.project_id, m.id, cast(? as timestamp with time zone), cast(? as varchar) from message m
                where m.project_id = ? and m.id = ? and m.status in ('QUEUED', 'SENDING')
                on conflict do nothing""",
                rows);
    }

    /** Those whose time is over, the oldest first. */
    static List<Key> due(Session session, Instant now, int limit) {
        return session.list(
                row -> new Key(new ProjectId(row.uuid("project_id")), new MessageId(row.ksuid("message_id"))),
                "select project_id, message_id from in_doubt where give_up_at <= ? order by give_up_at limit ?",
                now,
                limit);
    }

    /** Puts a doubt off whose time is over. */
    static int putOff(Session session, Key doubt, Instant until) {
        return session.update(
                "update in_doubt set give_up_at = ? where project_id = ? and message_id = ?",
                until,
                doubt.project().value(),
                doubt.message().value());
    }

    /** Fails these, as far as their time is over. @return how many */
    static int giveUp(Session session, List<Key> doubts, Instant now) {
        Keys keys = Keys.of(doubts.stream()
                .map(doubt -> List.of(doubt.project().value(), doubt.message().value()))
                .toList());
        List<Step> due = session.list(
                row -> new Step(
                        new ProjectId(row.uuid("project_id")),
                        new EndpointId(row.ksuid("endpoint_id")),
                        new MessageId(row.ksuid("message_id")),
                        null,
                        Status.FAILED,
                        CircumstanceForm.readFailure(row.text("failure")),
                        now),
                """
                select d.project_id, d.message_id, d.failure, m.endpoint_id from in_doubt d
                join message m on m.project_id = d.project_id and m.id = d.message_id
                where (d.project_id, d.message_id) in """
                        + " " + keys.sql() + " and d.give_up_at <= ?",
                Stream.concat(keys.values().stream(), Stream.of(now)).toArray());
        if (due.isEmpty()) {
            return 0;
        }
        Acquaintance.lock(session, Progress.people(session, due));
        Set<MessageId> open = open(session, due);
        int[] mine = session.batch(
                "delete from in_doubt where project_id = ? and message_id = ?",
                due.stream()
                        .map(step -> List.of(step.project().value(), step.message().value()))
                        .toList());
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < mine.length; i++) {
            if (mine[i] == 1 && open.contains(due.get(i).message())) {
                steps.add(due.get(i));
            }
        }
        return Progress.apply(session, steps, now).size();
    }

    /** Those of which nobody has told. */
    private static Set<MessageId> open(Session session, List<Step> steps) {
        Keys keys = Keys.of(steps.stream()
                .map(step -> List.of(step.project().value(), step.message().value()))
                .toList());
        return new HashSet<>(session.list(
                row -> new MessageId(row.ksuid("id")),
                "select id from message where (project_id, id) in " + keys.sql() + " and status in ('QUEUED', 'SENDING')",
                keys.values().toArray()));
    }
}
