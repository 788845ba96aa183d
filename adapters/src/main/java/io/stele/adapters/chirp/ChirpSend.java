package io.stele.adapters.chirp;

import io.stele.core.address.Address;
import io.stele.core.address.PhoneNumber;
import io.stele.core.message.Content;
import io.stele.core.message.MessageReference;
import org.jspecify.annotations.Nullable;

/**
 * A send as the domain understands it.
 *
 * @param from the number that is to send; whether the caller's app has it is not known yet
 * @param quote the message that is answered; null when none is
 */
public record ChirpSend(PhoneNumber from, Address to, Content content, @Nullable MessageReference quote) {}
