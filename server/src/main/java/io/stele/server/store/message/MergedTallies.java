package io.stele.server.store.message;

import io.stele.core.channel.Channel;
import io.stele.core.channel.EndpointId;
import io.stele.core.housekeeping.Chore;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Direction;
import io.stele.server.store.message.MessageTally.Sort;
import io.stele.server.store.people.Scopes;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Row;
import io.stele.server.store.sql.Session;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes one tally of the many of a sort, so that few are read for a count. */
@Singleton
final class MergedTallies implements Chore {

    /** Some hundred transactions a second add messages, so that a thousand or two are read at the most. */
    private static final Duration REST = Duration.ofSeconds(10);

    /** So many of a sort may stay: with fewer, those of a quiet project would be written anew with every message. */
    private static final int ENOUGH = 16;

    private static final int AT_ONCE = 1_000;

    /** All rows are looked at to find sorts with many; so it is done for many sorts at once. */
    private static final int SORTS = 200;

    private final Database database;

    MergedTallies(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "Merging tallies of messages";
    }

    @Override
    public Duration rest() {
        return REST;
    }

    /** Merges some hundred of each of many sorts. Those that another node is at are left to it. */
    @Override
    public boolean doPart(Instant now) {
        List<Sort> many = database.read(MergedTallies::withMany);
        many.forEach(sort -> database.write(session -> merge(session, sort)));
        return !many.isEmpty();
    }

    private static List<Sort> withMany(Session session) {
        return session.list(
                MergedTallies::sort,
                """
                select project_id, mode, channel, endpoint_id, direction, content_kind from message_tally
                group by project_id, mode, channel, endpoint_id, direction, content_kind
                having count(*) > ?
                limit ?""",
                ENOUGH,
                SORTS);
    }

    private static Sort sort(Row row) {
        return new Sort(
                Scopes.read(row),
                row.constant("channel", Channel.class),
                new EndpointId(row.ksuid("endpoint_id")),
                row.constant("direction", Direction.class),
                row.constant("content_kind", ContentKind.class));
    }

    /** @return how many were made one */
    private static int merge(Session session, Sort sort) {
        List<List<?>> keys = new ArrayList<>();
        List<Long> messages = new ArrayList<>();
        List<Object> values = sort.values();
        values.add(AT_ONCE);
        session.each(
                row -> {
                    keys.add(List.of(sort.scope().project().value(), sort.scope().mode(), row.number("seq")));
                    messages.add(row.number("messages"));
                },
                """
                select seq, messages from message_tally
                where project_id = ? and mode = ? and channel = ? and endpoint_id = ? and direction = ? and content_kind = ?
                limit ? for update skip locked""",
                values.toArray());
        if (!keys.isEmpty()) {
            session.together("delete from message_tally where project_id = ? and mode = ? and seq = ?", keys);
            MessageTally whole = new MessageTally(sort, messages.stream().mapToLong(Long::longValue).sum());
            session.update(MessageTally.INSERT, whole.values().toArray());
        }
        return keys.size();
    }
}
