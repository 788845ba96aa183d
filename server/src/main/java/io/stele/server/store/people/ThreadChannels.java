package io.stele.server.store.people;

import io.stele.core.channel.Channel;
import io.stele.server.store.sql.Session;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The column {@code channels} of a thread: the names of those by which messages have gone, each between commas. */
public final class ThreadChannels {

    /** What a thread that has no message yet has there. */
    static final String NONE = ",";

    /** A channel by which a message of the thread goes. */
    public record Use(RowId thread, Channel channel) {}

    private ThreadChannels() {}

    /** Adds the channels where they are not there yet. */
    public static void add(Session session, List<Use> uses) {
        Map<Channel, Set<RowId>> threads = new EnumMap<>(Channel.class);
        uses.forEach(use -> threads.computeIfAbsent(use.channel(), _ -> new LinkedHashSet<>()).add(use.thread()));
        threads.forEach((channel, using) -> session.together(
                "update thread set channels = channels || ? where project_id = ? and id = ? and channels not like ?",
                using.stream()
                        .map(thread -> List.of(stored(channel), thread.project().value(), thread.id(), pattern(channel)))
                        .toList()));
    }

    /** What is added to the column for the channel. */
    static String stored(Channel channel) {
        return channel.name() + ",";
    }

    /** What a column is like that has the channel. */
    static String pattern(Channel channel) {
        return "%," + channel.name() + ",%";
    }
}
