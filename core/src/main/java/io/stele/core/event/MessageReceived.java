package io.stele.core.event;

import io.stele.core.channel.EndpointId;
import io.stele.core.message.MessageId;

/**
 * A person wrote.
 *
 * @param providerMessageId by which the provider knows the message
 * @param startsConversation whether the message is the first of its conversation
 * @param startsThread whether nothing was ever said between the sender and the person before
 */
public record MessageReceived(
        EndpointId endpoint,
        MessageId message,
        String providerMessageId,
        boolean startsConversation,
        boolean startsThread)
        implements Event {}
