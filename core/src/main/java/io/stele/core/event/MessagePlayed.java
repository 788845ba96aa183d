package io.stele.core.event;

import io.stele.core.channel.EndpointId;
import io.stele.core.message.MessageId;
import java.time.Instant;

/** The recipient has listened to a voice message for the first time. By then it is told as read. */
public record MessagePlayed(EndpointId endpoint, MessageId message, Instant playedAt) implements Event {}
