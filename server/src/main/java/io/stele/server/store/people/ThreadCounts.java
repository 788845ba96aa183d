package io.stele.server.store.people;

import io.stele.core.channel.Channel;
import io.stele.core.message.Direction;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.PlainText;
import io.stele.server.store.sql.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction adds to threads, summed up so that each thread is written once, in the order of their keys. A message that continues another
 * was counted with that one.
 */
final class ThreadCounts {

    private static final class Sum {
        private final Set<Channel> channels = EnumSet.noneOf(Channel.class);
        private long messages;
        private long inbound;
        private @Nullable Message last;
    }

    private final Map<RowId, Sum> sums = new TreeMap<>();

    void add(Message message) {
        Sum sum = sums.computeIfAbsent(new RowId(message.scope().project(), message.threadId()), _ -> new Sum());
        sum.messages += message.continues() == null ? 1 : 0;
        sum.inbound += message.direction() == Direction.INBOUND ? 1 : 0;
        sum.channels.add(message.channel());
        if (sum.last == null || sum.last.id().compareTo(message.id()) < 0) {
            sum.last = message;
        }
    }

    /** The newest message stays the newest when another transaction has written a newer one. */
    void write(Session session, Instant now) {
        List<List<@Nullable Object>> counts = new ArrayList<>();
        List<ThreadChannels.Use> channels = new ArrayList<>();
        sums.forEach((id, sum) -> {
            Message last = sum.last;
            MessageId lastId = last == null ? null : last.id();
            Object lastValue = lastId == null ? null : lastId.value();
            String text = last == null ? null : PlainText.snippet(last.content()).orElse(null);
            Iterator<Channel> used = sum.channels.iterator();
            Channel channel = used.next();
            counts.add(Arrays.asList(
                    sum.messages, sum.inbound, now, now, now, lastValue, text, lastValue, lastValue,
                    ThreadChannels.pattern(channel), ThreadChannels.stored(channel), id.project().value(), id.id()));
            used.forEachRemaining(further -> channels.add(new ThreadChannels.Use(id, further)));
        });
        session.together(
                """
                update thread
                set message_count = message_count + ?,
                    unread_count = unread_count + ?,
                    updated_at = ?,
                    last_active_at = case when last_active_at < ? then ? else last_active_at end,
                    last_text = case when last_message_id is null or last_message_id < ? then ? else last_text end,
                    last_message_id = case when last_message_id is null or last_message_id < ? then ? else last_message_id end,
                    channels = case when channels like ? then channels else channels || ? end
                where project_id = ? and id = ?""",
                counts);
        ThreadChannels.add(session, channels);
    }
}
