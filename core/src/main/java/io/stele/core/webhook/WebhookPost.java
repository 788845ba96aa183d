package io.stele.core.webhook;

import io.stele.core.webhook.WebhookTransport.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** One attempt: posts a delivery and says what is to be written about it. Touches no store. */
final class WebhookPost {

    private static final int GONE = 410;

    private final WebhookFlavours flavours;
    private final WebhookTransport transport;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Consumer<Throwable> onFault;

    /** @param onFault hears of what our own code throws; the delivery is tried again as though nobody had answered */
    WebhookPost(
            WebhookFlavours flavours,
            WebhookTransport transport,
            InstantSource clock,
            RandomGenerator random,
            Consumer<Throwable> onFault) {
        this.flavours = flavours;
        this.transport = transport;
        this.clock = clock;
        this.random = random;
        this.onFault = onFault;
    }

    /**
     * Posts the claim's delivery. Any status from 200 to 299 means that it was taken, 410 that the receiver wants nothing any more; every other
     * answer, a redirect too, and none at all has it tried again until the schedule is over.
     *
     * @throws InterruptedException when there is no answer because we are stopping, for which the receiver cannot help
     */
    WebhookSettlement of(WebhookClaim claim) throws InterruptedException {
        RetrySchedule schedule = flavours.of(claim.webhook()).schedule();
        Instant at = clock.instant();
        Answer answer = answer(claim, schedule.timeout(), at);
        Integer status = answer.status();
        if (status == null && Thread.currentThread().isInterrupted()) {
            throw new InterruptedException("stopping");
        }
        WebhookAttempt attempt = new WebhookAttempt(
                claim.attempt(), at, answer.latency(), status, answer.excerpt(), answer.error());
        if (status != null && status / 100 == 2) {
            return new WebhookSettlement.Taken(claim, attempt);
        }
        return status != null && status == GONE
                ? new WebhookSettlement.Gone(claim, attempt)
                : notTaken(claim, attempt, schedule, answer.retryAfter());
    }

    private Answer answer(WebhookClaim claim, Duration timeout, Instant at) {
        try {
            byte[] body = claim.delivery().body().getBytes(StandardCharsets.UTF_8);
            Map<String, String> headers = flavours.of(claim.webhook())
                    .headers(claim.webhook(), claim.delivery(), body, claim.batched(), at);
            Webhook webhook = claim.webhook();
            return transport.post(webhook.scope().project(), webhook.url(), headers, body, timeout);
        } catch (RuntimeException | Error e) {
            onFault.accept(e);
            String error = "the request could not be made (" + e.getClass().getSimpleName() + ")";
            return new Answer(null, Optional.empty(), null, error, Duration.between(at, clock.instant()));
        }
    }

    private WebhookSettlement notTaken(
            WebhookClaim claim, WebhookAttempt attempt, RetrySchedule schedule, Optional<Duration> wish) {
        return wish.map(asked -> schedule.pauseAfter(claim.attempt(), asked, random))
                .orElseGet(() -> schedule.pauseAfter(claim.attempt(), random))
                .<WebhookSettlement>map(
                        pause -> new WebhookSettlement.Again(claim, attempt, clock.instant().plus(pause)))
                .orElseGet(() -> new WebhookSettlement.GivenUp(claim, attempt));
    }
}
