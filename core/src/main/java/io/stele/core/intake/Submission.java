package io.stele.core.intake;

import io.stele.core.channel.Endpoint;
import io.stele.core.message.Context;
import io.stele.core.message.MessageId;
import io.stele.core.project.Scope;
import java.time.Instant;
import java.util.List;

/**
 * A draft that has passed every check that needs no look at the person, on its way into a shared commit.
 *
 * @param candidates the endpoints that could carry it, never empty
 */
public record Submission(
        MessageId id, Scope scope, Draft draft, Context context, List<Endpoint> candidates, Instant at) {

    public Submission {
        candidates = List.copyOf(candidates);
    }
}
