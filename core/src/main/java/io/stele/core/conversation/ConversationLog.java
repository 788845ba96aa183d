package io.stele.core.conversation;

import io.stele.core.page.Page;
import io.stele.core.page.PageRequest;
import io.stele.core.project.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The conversations and threads of a project. Another scope's are never found. */
public interface ConversationLog {

    /** The conversation with this id. */
    Optional<Conversation> conversation(Scope scope, UUID id);

    /** Conversations, most recently active first. {@code now} decides which have fallen silent. */
    Page<Conversation> conversations(
            Scope scope, ConversationFilter filter, PageRequest<ConversationKey> page, Instant now);

    /**
     * Ends the conversation at this moment. Ending an ended one changes nothing.
     *
     * @return whether there is such a conversation
     */
    boolean end(Scope scope, UUID id, Instant at);

    /**
     * Makes an ended conversation active again, when no newer one is.
     *
     * @return whether it is active now; false also when there is no such conversation
     */
    boolean reopen(Scope scope, UUID id, Instant at);

    /** The thread with this id. */
    Optional<ConversationThread> thread(Scope scope, UUID id);

    /** Threads, most recently active first. */
    Page<ConversationThread> threads(Scope scope, ThreadFilter filter, PageRequest<ConversationKey> page);

    /**
     * Sets the thread's count of unread messages to 0.
     *
     * @return whether there is such a thread
     */
    boolean markThreadSeen(Scope scope, UUID id);
}
