package io.stele.core.event;

import io.stele.core.channel.EndpointId;
import io.stele.core.message.MessageId;

/**
 * Somebody of the project wrote to a person with the channel's own app, and the provider told us.
 *
 * @param providerMessageId by which the provider knows the message
 * @param startsConversation whether the message is the first of its conversation
 */
public record MessageEchoed(
        EndpointId endpoint, MessageId message, String providerMessageId, boolean startsConversation) implements Event {}
