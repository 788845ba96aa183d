package io.stele.server.http;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.stele.core.commit.Inflow;
import io.stele.core.refusal.Rejection;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * Refuses what is posted while so many sends wait that no more are taken. They would be refused all the same, but only when their bodies have been read and people looked
 * up: under the load that makes them wait nobody has the time for that, and refusals came so late that callers had gone away.
 */
@Singleton
final class IntakeAdmission {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Inflow inflow;

    /** @param inflow what comes to intake */
    IntakeAdmission(Inflow inflow) {
        this.inflow = inflow;
    }

    /** The refusal when a send would not be taken now. */
    Optional<Refusal> refusal(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.POST && inflow.isFull()
                ? Optional.of(new Refusal.ByDomain(new Rejection.Overloaded(PAUSE)))
                : Optional.empty();
    }
}
