package io.stele.server.store.conversation;

import io.stele.core.conversation.Conversation;
import io.stele.core.conversation.ConversationThread;
import io.stele.core.project.ProjectId;
import io.stele.server.store.sql.Session;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Conversations and threads by their ids. */
public final class Conversations {

    private static final String AMONG = " from unnest(cast(? as uuid array)) as k(id) join %s c on c.project_id = ? and c.id = k.id ";

    private Conversations() {}

    /** Those that exist of these, as they stand at this moment. */
    public static Map<UUID, Conversation> among(Session session, ProjectId project, Collection<UUID> ids, Instant now) {
        return ids.isEmpty()
                ? Map.of()
                : session
                        .list(
                                row -> ConversationRow.conversation(row, now),
                                "select " + ConversationRow.COLUMNS + AMONG.formatted("conversation") + ConversationRow.JOINED,
                                ids,
                                project.value())
                        .stream()
                        .collect(Collectors.toMap(Conversation::id, Function.identity()));
    }

    /** Those that exist of these threads. */
    public static Map<UUID, ConversationThread> threadsAmong(Session session, ProjectId project, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : session
                        .list(
                                ConversationRow::thread,
                                "select " + ConversationRow.COLUMNS + AMONG.formatted("thread") + ConversationRow.JOINED,
                                ids,
                                project.value())
                        .stream()
                        .collect(Collectors.toMap(ConversationThread::id, Function.identity()));
    }
}
