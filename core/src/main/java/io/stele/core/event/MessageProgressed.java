package io.stele.core.event;

import io.stele.core.channel.EndpointId;
import io.stele.core.message.Failure;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import io.stele.core.message.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * A message to a person has come further, or has failed. A step that a provider skips is told too: what was read without a
 * report of its delivery is told as delivered, then as read.
 *
 * @param status {@code SENT}, {@code DELIVERED}, {@code READ} or {@code FAILED}
 * @param timeline how far the message had come, this step included
 * @param failure there exactly when the status is {@code FAILED}
 * @param providerMessageId by which the provider knew the message by then; null when that was not known
 * @param continues the message that failed, and goes on by this one; null when this one continues none
 * @param continuedBy the message that had gone on with this one by then, or goes on with it now that it has failed; null when none does
 */
public record MessageProgressed(
        EndpointId endpoint,
        MessageId message,
        Status status,
        Timeline timeline,
        @Nullable Failure failure,
        @Nullable String providerMessageId,
        @Nullable MessageId continues,
        @Nullable MessageId continuedBy)
        implements Event {

    /** A message that continues no other, and that none continues. */
    public MessageProgressed(
            EndpointId endpoint,
            MessageId message,
            Status status,
            Timeline timeline,
            @Nullable Failure failure,
            @Nullable String providerMessageId) {
        this(endpoint, message, status, timeline, failure, providerMessageId, null, null);
    }
}
