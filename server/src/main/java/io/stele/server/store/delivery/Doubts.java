package io.stele.server.store.delivery;

import io.stele.core.channel.EndpointId;
import io.stele.core.delivery.Claim;
import io.stele.core.delivery.Settlement;
import io.stele.core.message.Json;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import io.stele.core.project.ProjectId;
import io.stele.server.store.json.CircumstanceForm;
import io.stele.server.store.people.Acquaintance;
import io.stele.server.store.sql.Keys;
import io.stele.server.store.sql.Row;
import io.stele.server.store.sql.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Messages of which nobody knows whether the provider has them, within one transaction. Whoever tells of such a message has locked its
 * correspondence, and so has whoever begins or ends the doubt: a message is in doubt only as long as nobody has told.
 */
final class Doubts {

    /** The message that is in doubt. */
    record Key(ProjectId project, MessageId message) {}

    /** @param again the message as it is sent again; null when it fails */
    private record Ended(Step failed, Lanes.@Nullable Waiting again) {}

    private Doubts() {}

    /** Begins doubts. The correspondences are locked. */
    static void begin(Session session, List<Settlement.InDoubt> doubts) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Settlement.InDoubt doubt : doubts) {
            Claim claim = doubt.claim();
            Message message = claim.dispatch().message();
            rows.add(Arrays.asList(
                    doubt.until(),
                    CircumstanceForm.write(doubt.failure()),
                    doubt.sendUntil(),
                    claim.dispatch().attempt(),
                    claim.queuedAt(),
                    message.scope().project().value(),
                    message.id().value()));
        }
        session.insertAll(
                """
                insert into in_doubt (project_id, message_id, give_up_at, failure, send_until, attempts, queued_at)
                select m.project_id, m.id, cast(? as timestamp with time zone), cast(? as varchar),
                       cast(? as timestamp with time zone), cast(? as integer), cast(? as timestamp with time zone)
                from message m
                where m.project_id = ? and m.id = ? and m.status in ('QUEUED', 'SENDING')""",
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

    /** Ends these, as far as their time is over: sends the messages again, or fails them. @return how many */
    static int end(Session session, List<Key> doubts, Instant now) {
        lockPeople(session, doubts);
        List<Ended> ended = ended(session, doubts, now);
        session.batch(
                "delete from in_doubt where project_id = ? and message_id = ? and give_up_at <= ?",
                doubts.stream()
                        .map(doubt -> List.of(doubt.project().value(), doubt.message().value(), now))
                        .toList());
        Lanes.enqueue(session, ended.stream().map(Ended::again).flatMap(Stream::ofNullable).toList());
        Progress.apply(
                session,
                ended.stream().filter(each -> each.again() == null).map(Ended::failed).toList(),
                now);
        return ended.size();
    }

    private static void lockPeople(Session session, List<Key> doubts) {
        Acquaintance.lock(
                session,
                session.list(
                        row -> new Acquaintance.Id(
                                new ProjectId(row.uuid("project_id")), row.uuid("correspondence_id")),
                        keys(doubts),
                        "select project_id, correspondence_id from message where (project_id, id) in :keys"));
    }

    /** What becomes of those of which nobody has told. */
    private static List<Ended> ended(Session session, List<Key> doubts, Instant now) {
        return session.list(
                row -> ended(row, now),
                keys(doubts),
                """
                select d.*, m.endpoint_id, m.correspondence_id from in_doubt d
                join message m on m.project_id = d.project_id and m.id = d.message_id
                where (d.project_id, d.message_id) in :keys
                  and d.give_up_at <= ? and m.status in ('QUEUED', 'SENDING') order by d.give_up_at""",
                now);
    }

    private static Ended ended(Row row, Instant now) {
        ProjectId project = new ProjectId(row.uuid("project_id"));
        MessageId message = new MessageId(row.ksuid("message_id"));
        Instant sendUntil = row.momentOrNull("send_until");
        return new Ended(
                new Step(
                        project,
                        new EndpointId(row.ksuid("endpoint_id")),
                        message,
                        null,
                        Status.FAILED,
                        CircumstanceForm.readFailure(row.text("failure")),
                        now,
                        Json.Members.EMPTY),
                sendUntil == null || now.isAfter(sendUntil)
                        ? null
                        : new Lanes.Waiting(
                                project,
                                row.uuid("correspondence_id"),
                                message,
                                row.moment("queued_at"),
                                now,
                                (int) row.number("attempts")));
    }

    private static Keys keys(Collection<Key> doubts) {
        return new Keys(doubts.stream()
                .map(doubt -> List.of(doubt.project().value(), doubt.message().value()))
                .toList());
    }
}
