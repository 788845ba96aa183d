package io.stele.server.store.people;

import io.stele.core.channel.Channel;
import io.stele.server.store.sql.Session;
import java.util.List;

/** The column {@code channels} of a thread: the names of those by which messages have gone, each between commas. */
public final class ThreadChannels {

    /** What a thread that has no message yet has there. */
    static final String NONE = ",";

    /** A channel by which a message of the thread goes. */
    public record Use(RowId thread, Channel channel) {}

    private ThreadChannels() {}

    /** Adds the channels where they are not there yet. */
    public static void add(Session session, List<Use> uses) {
        session.batch(
                "update thread set channels = channels || ? where project_id = ? and id = ? and channels not like ?",
                uses.stream()
                        .map(use -> List.of(
                                use.channel().name() + ",", use.thread().project().value(), use.thread().id(),
                                "%," + use.channel().name() + ",%"))
                        .toList());
    }
}
