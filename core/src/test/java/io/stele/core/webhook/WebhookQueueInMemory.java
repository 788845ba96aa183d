package io.stele.core.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Queues in memory, as {@link WebhookQueue} describes them but for lanes, that can be told to fail. */
final class WebhookQueueInMemory implements WebhookQueue {

    private static final class Entry {
        final Webhook webhook;
        final WebhookDelivery delivery;
        final int batched;
        @Nullable Instant due;
        @Nullable UUID fence;
        Instant heldUntil = Instant.MIN;
        int attempts;

        Entry(Webhook webhook, WebhookDelivery delivery, int batched, Instant due) {
            this.webhook = webhook;
            this.delivery = delivery;
            this.batched = batched;
            this.due = due;
        }
    }

    /** How many of the next calls fail, of each kind. */
    final AtomicInteger claimFaults = new AtomicInteger();

    final AtomicInteger settleFaults = new AtomicInteger();
    final AtomicInteger claimCalls = new AtomicInteger();
    final List<WebhookSettlement> settled = new CopyOnWriteArrayList<>();
    /** How many were settled at once, each time. */
    final List<Integer> batches = new CopyOnWriteArrayList<>();
    /** How many of one webhook each claim allowed. */
    final List<Integer> shares = new CopyOnWriteArrayList<>();

    private final List<Entry> entries = new ArrayList<>();

    synchronized void put(Webhook webhook, WebhookDelivery delivery, int batched, Instant due) {
        entries.add(new Entry(webhook, delivery, batched, due));
    }

    /** How many are claimed and not settled. */
    synchronized int held() {
        return (int) entries.stream().filter(entry -> entry.fence != null).count();
    }

    /** Until when each delivery is held that is claimed. */
    synchronized List<Instant> heldUntil() {
        return entries.stream().filter(entry -> entry.fence != null).map(entry -> entry.heldUntil).toList();
    }

    @Override
    public synchronized List<WebhookClaim> claim(int limit, int underWay, Instant now, Duration lease) {
        claimCalls.incrementAndGet();
        failIfTold(claimFaults);
        shares.add(underWay);
        Map<WebhookId, Integer> held = new HashMap<>();
        entries.stream()
                .filter(entry -> entry.heldUntil.isAfter(now))
                .forEach(entry -> held.merge(entry.webhook.id(), 1, Integer::sum));
        List<WebhookClaim> claims = new ArrayList<>();
        for (Entry entry : entries) {
            boolean isFree = !entry.heldUntil.isAfter(now);
            if (claims.size() < limit
                    && isFree
                    && entry.due != null
                    && !entry.due.isAfter(now)
                    && held.getOrDefault(entry.webhook.id(), 0) < underWay) {
                held.merge(entry.webhook.id(), 1, Integer::sum);
                UUID fence = UUID.randomUUID();
                entry.fence = fence;
                entry.heldUntil = now.plus(lease);
                entry.attempts++;
                claims.add(new WebhookClaim(entry.webhook, entry.delivery, fence, entry.attempts, entry.batched));
            }
        }
        return claims;
    }

    @Override
    public synchronized List<WebhookClaim> renew(List<WebhookClaim> claims, Instant until) {
        List<WebhookClaim> held = new ArrayList<>();
        for (WebhookClaim claim : claims) {
            entries.stream().filter(entry -> claim.fence().equals(entry.fence)).forEach(entry -> {
                entry.heldUntil = until;
                held.add(claim);
            });
        }
        return held;
    }

    @Override
    public synchronized void settle(List<WebhookSettlement> settlements, Instant now) {
        failIfTold(settleFaults);
        batches.add(settlements.size());
        for (WebhookSettlement settlement : settlements) {
            entries.stream()
                    .filter(entry -> settlement.claim().fence().equals(entry.fence))
                    .findFirst()
                    .ifPresent(entry -> settle(entry, settlement));
        }
    }

    private void settle(Entry entry, WebhookSettlement settlement) {
        entry.fence = null;
        entry.heldUntil = Instant.MIN;
        entry.due =
                switch (settlement) {
                    case WebhookSettlement.Again again -> again.dueAt();
                    case WebhookSettlement.Taken _, WebhookSettlement.GivenUp _, WebhookSettlement.Gone _ -> null;
                };
        settled.add(settlement);
    }

    @Override
    public synchronized Optional<Instant> nextDue() {
        return entries.stream()
                .filter(entry -> entry.due != null)
                .map(entry -> entry.heldUntil.isAfter(entry.due) ? entry.heldUntil : entry.due)
                .min(Comparator.naturalOrder());
    }

    private static void failIfTold(AtomicInteger faults) {
        if (faults.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("the store is away");
        }
    }
}
