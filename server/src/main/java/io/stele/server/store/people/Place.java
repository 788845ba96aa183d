package io.stele.server.store.people;

import io.stele.core.conversation.Correspondence;
import io.stele.core.message.ServiceWindow;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a message belongs.
 *
 * @param contactName null when unknown
 * @param startsConversation whether it is the first of its conversation
 * @param startsThread whether nothing was ever said in the thread
 * @param window the newest customer-service window, open or not; null before the person's first message
 */
public record Place(
        Correspondence correspondence,
        UUID conversationId,
        boolean startsConversation,
        boolean startsThread,
        @Nullable String contactName,
        @Nullable ServiceWindow window) {}
