package io.stele.core.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The deliveries that wait to be sent, in a queue for each webhook. */
public interface WebhookQueue {

    /**
     * Claims deliveries that are due and that nobody holds: of each active webhook at most so many that {@code underWay} of it are
     * claimed at once, by all nodes together. A delivery of a lane is due when those before it in its lane are settled; where one of them
     * fails, half a minute after its first attempt, so that of those that were never tried one at a time is claimed. Two claimers never get the
     * same one.
     *
     * @param lease for how long a delivery is held
     */
    List<WebhookClaim> claim(int limit, int underWay, Instant now, Duration lease);

    /**
     * Holds deliveries until this moment that are still with their receivers.
     *
     * @return the claims that held and hold on; another has the others, or their webhooks are gone
     */
    List<WebhookClaim> renew(List<WebhookClaim> claims, Instant until);

    /** Writes what came of claims, in one transaction. What was lost to another claimer changes nothing. */
    void settle(List<WebhookSettlement> settlements, Instant now);

    /**
     * When there may be something to claim, unless something is written or settled before; empty when nothing waits. While a webhook has as
     * many under way as it may, that is when one of their leases runs out.
     */
    Optional<Instant> nextDue();
}
