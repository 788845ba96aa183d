package io.stele.core.conversation;

import java.time.Instant;
import java.util.UUID;

/** Where a conversation or a thread stands in a list that is ordered by its last activity. */
public record ConversationKey(Instant lastActiveAt, UUID id) {}
