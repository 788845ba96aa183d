package io.stele.adapters.connector.whatsapp;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.http.Answered;
import io.stele.adapters.http.Exchange;
import io.stele.adapters.http.NoAnswer;
import io.stele.adapters.http.NotSent;
import io.stele.adapters.http.RetryAfter;
import io.stele.core.delivery.Outcome;
import io.stele.core.message.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an exchange with Graph means for what was asked.
 *
 * <p>What Graph says in its own form is believed: it has not done what it refuses, whatever the status. An answer in any other
 * form comes from something between Graph and us; where that may have passed the request on, the outcome is unknown.
 */
final class GraphVerdict {

    /** Too much through the number, the account or the app. */
    private static final Set<Integer> ENDPOINT_THROTTLED = Set.of(4, 80007, 130429);

    /** Too much to one person. */
    private static final int RECIPIENT_THROTTLED = 131056;

    /** Out of order, overloaded, in maintenance: it passes. */
    private static final Set<Integer> OUT_OF_ORDER = Set.of(2, 131016, 131057, 133004);

    /** Graph does not know itself what went wrong: it may pass, or the request may be one that it will never take. */
    private static final Set<Integer> UNEXPLAINED = Set.of(1, 131000);

    /** A capability is missing. It comes with a status that elsewhere tells of a fault of Graph's. */
    private static final int NOT_CAPABLE = 3;

    /** For so many attempts, which take some twenty minutes, an unexplained error is taken for one that passes. */
    private static final int UNEXPLAINED_ATTEMPTS = 12;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 9;

    /** A longer wish is heard again after so long, rather than let the message grow too old by one odd number. */
    private static final Duration LONGEST_WISH = Duration.ofHours(1);

    private final int attempt;
    private final Instant now;

    /** @param attempt counted from 1: who is throttled again and again waits longer each time */
    GraphVerdict(int attempt, Instant now) {
        this.attempt = attempt;
        this.now = now;
    }

    /** @param body the answer's body, an object; null when it is none, or when there was no answer */
    Verdict of(Exchange exchange, @Nullable JsonNode body) {
        return switch (exchange) {
            case NotSent notSent -> new Verdict.Not(notSent(notSent));
            case NoAnswer noAnswer -> new Verdict.Not(new Outcome.Unknown(noAnswer.text()));
            case Answered answered -> body == null ? new Verdict.Not(foreign(answered)) : ofGraph(answered, body);
        };
    }

    /** A URL or an address that is refused stays refused: somebody has to set the endpoint right. */
    static Outcome notSent(NotSent notSent) {
        return switch (notSent.reason()) {
            case URL_REFUSED, ADDRESS_REFUSED -> new Outcome.Refused(
                    new Failure("PROVIDER_ADDRESS_REFUSED", "The provider's address may not be used", notSent.text()));
            case UNKNOWN_HOST,
                    NO_CONNECTION_FREE,
                    CONNECTION_REFUSED,
                    CONNECT_TIMEOUT,
                    CONNECT_FAILED,
                    TLS_FAILED,
                    INTERRUPTED,
                    CLOSED -> new Outcome.Unavailable(notSent.text());
        };
    }

    private Verdict ofGraph(Answered answered, JsonNode body) {
        Optional<GraphError> error = GraphError.of(body);
        if (error.isPresent()) {
            return new Verdict.Not(refused(answered, error.get()));
        }
        return isSuccess(answered) ? new Verdict.Done(body) : new Verdict.Not(foreign(answered));
    }

    private Outcome refused(Answered answered, GraphError error) {
        if (error.code() == RECIPIENT_THROTTLED) {
            return new Outcome.Throttled(pause(answered), Outcome.Throttled.Scope.RECIPIENT);
        }
        if (ENDPOINT_THROTTLED.contains(error.code()) || answered.status() == 429) {
            return new Outcome.Throttled(pause(answered), Outcome.Throttled.Scope.ENDPOINT);
        }
        return mayPass(answered, error)
                ? new Outcome.Unavailable("Graph error " + error.code())
                : new Outcome.Refused(error.failure());
    }

    private boolean mayPass(Answered answered, GraphError error) {
        if (OUT_OF_ORDER.contains(error.code()) || error.transientFault()) {
            return true;
        }
        boolean unexplained =
                UNEXPLAINED.contains(error.code()) || answered.status() >= 500 && error.code() != NOT_CAPABLE;
        return unexplained && attempt < UNEXPLAINED_ATTEMPTS;
    }

    private Outcome foreign(Answered answered) {
        int status = answered.status();
        String said = "HTTP status " + status;
        if (status == 429) {
            return new Outcome.Throttled(pause(answered), Outcome.Throttled.Scope.ENDPOINT);
        }
        if (Set.of(408, 421, 425, 503).contains(status)) {
            return new Outcome.Unavailable(said);
        }
        return status >= 300 && status < 500
                ? new Outcome.Refused(new Failure("HTTP_" + status, "The provider refused the request", said))
                : new Outcome.Unknown(said + " without an answer of Graph's");
    }

    /** Twice as long each time; longer when Graph asks for it. */
    private Duration pause(Answered answered) {
        long millis = FIRST_PAUSE.toMillis() << Math.clamp(attempt - 1, 0, MOST_DOUBLINGS);
        Duration growing = Duration.ofMillis(Math.min(millis, LONGEST_PAUSE.toMillis()));
        return RetryAfter.of(answered.headers(), now)
                .map(wish -> wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish)
                .filter(wish -> wish.compareTo(growing) > 0)
                .orElse(growing);
    }

    private static boolean isSuccess(Answered answered) {
        return answered.status() >= 200 && answered.status() < 300;
    }
}
