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
 * @param marketing whether it is marketing, as far as is known
 * @param candidates the endpoints that could carry it, never empty
 */
public record Submission(
        MessageId id, Scope scope, Draft draft, Context context, boolean marketing, List<Endpoint> candidates, Instant at) {

    /** One that is no marketing. */
    public Submission(MessageId id, Scope scope, Draft draft, Context context, List<Endpoint> candidates, Instant at) {
        this(id, scope, draft, context, false, candidates, at);
    }

    public Submission {
        candidates = List.copyOf(candidates);
    }
}
