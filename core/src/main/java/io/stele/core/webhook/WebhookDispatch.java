package io.stele.core.webhook;

import io.stele.core.work.Claimer;
import io.stele.core.work.Lease;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Sends what waits for webhooks, each delivery on a virtual thread of its own, until closed. A receiver that is slow or dead holds up its
 * own deliveries only: see {@link Limits}.
 *
 * <p>Each delivery is sent at least once: an attempt of which nobody wrote what came of it, because the process died or the lease ran out,
 * is made again. Several of these, also on several nodes, share one queue.
 */
public final class WebhookDispatch implements AutoCloseable {

    private final WebhookQueue queue;
    private final WebhookFlavours flavours;
    private final WebhookPost post;
    private final Limits limits;
    private final InstantSource clock;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Claimer<WebhookClaim, WebhookSettlement> claimer;
    /** Touched by the claimer only. */
    private Instant claimedAt;

    /**
     * How much is sent at once.
     *
     * @param underWay the most deliveries that are with receivers at once
     * @param ofOneWebhook the most of them that are one webhook's, of all nodes together, while nothing else is under way. The less
     *     room is left the fewer: with half of the room taken half as many, and at least one as long as there is any. So many receivers that
     *     never answer still leave room for those that do
     * @param claim the most deliveries that one claim takes
     * @param lease how long a claim holds a delivery. It is renewed while the receiver takes its time; so long waits what was under way when a node
     *     died
     */
    public record Limits(int underWay, int ofOneWebhook, int claim, Duration lease) {

        /** @throws IllegalArgumentException where the lease is no time */
        public Limits {
            if (!lease.isPositive()) {
                throw new IllegalArgumentException("a claim is held for a while");
            }
        }

        /** How many to claim now. Half of the room at the most, so that the shares become smaller before it is taken. */
        int most(int free) {
            return Math.min(claim, (free + 1) / 2);
        }

        /** How many of one webhook may be under way when there is room for this many more, of whatever webhook. */
        int share(int free) {
            return Math.max(1, (int) ((long) ofOneWebhook * free / underWay));
        }
    }

    /**
     * Starts at once. {@code onFault} hears of what goes wrong with the store and with flavours, and must not throw; the work goes on.
     */
    public WebhookDispatch(
            WebhookQueue queue,
            WebhookFlavours flavours,
            WebhookTransport transport,
            Limits limits,
            InstantSource clock,
            RandomGenerator random,
            Consumer<Throwable> onFault) {
        this.queue = queue;
        this.flavours = flavours;
        this.post = new WebhookPost(flavours, transport, clock, random, onFault);
        this.limits = limits;
        this.clock = clock;
        this.claimedAt = clock.instant();
        this.claimer = new Claimer<>("webhook", new Queued(), limits.claim(), limits.underWay(), limits.lease(), clock, onFault);
    }

    /** Says that something new is due, so that it need not wait for the next look. */
    public void wake() {
        claimer.wake();
    }

    /** Claims nothing more, and waits a little for what is under way. What is not done by then is sent again after its lease. */
    @Override
    public void close() {
        claimer.close();
    }

    private final class Queued implements Claimer.Work<WebhookClaim, WebhookSettlement> {

        @Override
        public List<WebhookClaim> claim() {
            int free = limits.underWay() - underWay.get();
            claimedAt = clock.instant();
            return free <= 0
                    ? List.of()
                    : queue.claim(limits.most(free), limits.share(free), claimedAt, limits.lease());
        }

        /**
         * What was due already and could not be claimed waits for others of its webhook to be done: here, and then somebody wakes us, or on
         * another node, which the next look sees.
         */
        @Override
        public Optional<Instant> nextDue() {
            return underWay.get() >= limits.underWay()
                    ? Optional.empty()
                    : queue.nextDue().filter(due -> due.isAfter(claimedAt));
        }

        @Override
        public void begin(WebhookClaim claim) {
            underWay.incrementAndGet();
        }

        @Override
        public WebhookSettlement workOff(WebhookClaim claim, Lease lease) throws InterruptedException {
            return post.of(claim);
        }

        @Override
        public Instant heldUntil(WebhookClaim claim) {
            return claimedAt.plus(limits.lease());
        }

        @Override
        public List<WebhookClaim> renew(List<WebhookClaim> claims, Instant until) {
            return queue.renew(claims, until);
        }

        @Override
        public void end(WebhookClaim claim) {
            underWay.decrementAndGet();
        }

        @Override
        public void settle(List<WebhookSettlement> settlements) {
            queue.settle(settlements, clock.instant());
        }
    }
}
