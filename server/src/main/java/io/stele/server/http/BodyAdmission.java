package io.stele.server.http;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.stele.core.refusal.Rejection;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets as many large bodies in at once as the memory has room for; whoever comes too much is told to come again. A body's room is kept until its
 * request is answered, or the connection is gone.
 */
@Singleton
final class BodyAdmission {

    /** So much each connection may hold. */
    private static final long UNCOUNTED = 16 * 1024;

    private static final String HELD = "stele.body";
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final BodyBudget budget;
    private final long largest;

    /** @param most bytes of large bodies at once; 0 for an eighth of the memory that there is */
    BodyAdmission(
            @Value("${stele.limits.body-bytes:0}") long most, @Value("${micronaut.server.max-request-size}") long largest) {
        this.budget = new BodyBudget(most > 0 ? most : Runtime.getRuntime().maxMemory() / 8);
        this.largest = largest;
    }

    /** The refusal when there is no room for the request's body now. */
    Optional<Refusal> refusal(HttpRequest<?> request) {
        long length = length(request);
        if (length <= UNCOUNTED || length > largest || !(request instanceof NettyHttpRequest<?> netty)) {
            return Optional.empty();
        }
        BodyBudget.Share share = budget.share();
        if (!share.take(length)) {
            return Optional.of(new Refusal.ByDomain(new Rejection.Overloaded(PAUSE)));
        }
        Holding.until(netty, HELD, share::close);
        return Optional.empty();
    }

    /** How many bytes have found room and are not answered yet. */
    long held() {
        return budget.held();
    }

    /** The request has been answered. */
    void answered(HttpRequest<?> request) {
        Holding.end(request, HELD);
    }

    /** One that is not told may be the largest. */
    private long length(HttpRequest<?> request) {
        return request.getHeaders().contains(HttpHeaders.TRANSFER_ENCODING) ? largest : request.getContentLength();
    }
}
