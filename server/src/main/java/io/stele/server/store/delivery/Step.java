package io.stele.server.store.delivery;

import io.stele.core.channel.EndpointId;
import io.stele.core.message.Failure;
import io.stele.core.message.Json;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import io.stele.core.project.ProjectId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message.
 *
 * @param endpoint through which it went; a message that went through another is not concerned
 * @param providerMessageId null when the step tells none
 * @param details what the provider said, as it came; empty when it said nothing
 * @param played whether the message was listened to by it
 * @param failure there exactly when the status is {@code FAILED}
 */
record Step(
        ProjectId project,
        EndpointId endpoint,
        MessageId message,
        @Nullable String providerMessageId,
        Status status,
        @Nullable Failure failure,
        Instant at,
        Json.Members details,
        boolean played) {

    /** One of the message's way. */
    Step(
            ProjectId project,
            EndpointId endpoint,
            MessageId message,
            @Nullable String providerMessageId,
            Status status,
            @Nullable Failure failure,
            Instant at,
            Json.Members details) {
        this(project, endpoint, message, providerMessageId, status, failure, at, details, false);
    }
}
