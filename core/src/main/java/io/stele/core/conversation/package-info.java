/**
 * Who talks with whom.
 *
 * <p>A {@link io.stele.core.conversation.Correspondence} is one person at one endpoint: the row that every message between
 * them goes through, so that nothing about them is ever made twice. A
 * {@link io.stele.core.conversation.ConversationThread} (Zavu's conversation) is everything between a sender and a person, on all channels,
 * and never ends. A {@link io.stele.core.conversation.Conversation} (Kapso's) is a stretch of talk on one endpoint that ends
 * after a day of silence or by a call.
 */
@NullMarked
package io.stele.core.conversation;

import org.jspecify.annotations.NullMarked;
