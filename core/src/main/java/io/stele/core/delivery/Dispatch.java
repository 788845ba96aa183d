package io.stele.core.delivery;

import io.stele.core.channel.Endpoint;
import io.stele.core.message.Message;

/**
 * A message on its way to the provider.
 *
 * @param attempt counted from 1
 */
public record Dispatch(Message message, Endpoint endpoint, int attempt) {}
