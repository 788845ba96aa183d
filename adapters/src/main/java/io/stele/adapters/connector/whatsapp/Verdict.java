package io.stele.adapters.connector.whatsapp;

import io.micronaut.json.tree.JsonNode;
import io.stele.core.delivery.Outcome;
import io.stele.core.message.Failure;
import java.time.Duration;

/** Graph did what was asked, or did not, or nobody knows. */
sealed interface Verdict {

    /** @param answer an object */
    record Done(JsonNode answer) implements Verdict {}

    /** @param outcome anything but {@code Accepted} */
    record Not(Outcome outcome) implements Verdict {}

    /** What came of a request that does no harm when it is made again: then nothing is unknown. */
    sealed interface Harmless {

        /** @param answer an object */
        record Done(JsonNode answer) implements Harmless {}

        record Refused(Failure failure) implements Harmless {}

        record NotNow(Duration retryAfter) implements Harmless {}
    }

    /** How long to wait where Graph does not say it. */
    Duration PAUSE = Duration.ofSeconds(1);

    /** The same of a request that does no harm when it is made again. */
    default Harmless harmless() {
        return switch (this) {
            case Done(JsonNode answer) -> new Harmless.Done(answer);
            case Not(Outcome outcome) -> switch (outcome) {
                case Outcome.Refused(Failure failure) -> new Harmless.Refused(failure);
                case Outcome.Throttled(Duration after, _) -> new Harmless.NotNow(after);
                case Outcome.Unavailable _, Outcome.Unknown _, Outcome.Accepted _ -> new Harmless.NotNow(PAUSE);
            };
        };
    }
}
