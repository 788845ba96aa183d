package io.stele.core.delivery;

import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.delivery.FailureFollowUp;
import io.stele.core.example.Examples;
import io.stele.core.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Lanes in memory, as {@link DeliveryQueue} describes them, that can be told to fail. */
final class QueueInMemory implements DeliveryQueue {

    private static final class Lane {
        final Deque<Entry> entries = new ArrayDeque<>();
        @Nullable UUID fence;
        Instant heldUntil = Instant.MIN;

        Endpoint endpoint() {
            return Examples.endpoint(entries.element().message.channel());
        }
    }

    private static final class Entry {
        final Message message;
        final Instant queuedAt;
        Instant due;
        int attempts;
        boolean begun;

        Entry(Message message, Instant queuedAt) {
            this.message = message;
            this.queuedAt = queuedAt;
            this.due = queuedAt;
        }
    }

    /** How many of the next calls fail, of each kind. */
    final AtomicInteger claimFaults = new AtomicInteger();

    final AtomicInteger settleFaults = new AtomicInteger();
    final AtomicInteger renewFaults = new AtomicInteger();
    final AtomicInteger nextDueFaults = new AtomicInteger();
    final AtomicInteger doubtFaults = new AtomicInteger();
    final AtomicInteger claimCalls = new AtomicInteger();
    final AtomicInteger nextDueCalls = new AtomicInteger();
    final AtomicInteger doubtCalls = new AtomicInteger();
    /** What happens before those who claim hear of it. */
    volatile Runnable onClaimed = () -> {};
    final List<Settlement> settled = new CopyOnWriteArrayList<>();
    /** What was sent under a lease that another claimer had taken over by then. */
    final List<Settlement.Sent> late = new CopyOnWriteArrayList<>();

    private final List<Settlement.InDoubt> doubts = new ArrayList<>();
    private final Map<UUID, Lane> lanes = new LinkedHashMap<>();

    /** Puts a message at the end of a lane. */
    synchronized void put(int lane, Message message, Instant now) {
        lanes.computeIfAbsent(new UUID(0, lane), id -> new Lane()).entries.add(new Entry(message, now));
    }

    @Override
    public synchronized List<Claim> claim(Room room, Instant now, Duration lease) {
        claimCalls.incrementAndGet();
        failIfTold(claimFaults);
        List<Claim> claims = claimed(room, now, lease);
        onClaimed.run();
        return claims;
    }

    private List<Claim> claimed(Room room, Instant now, Duration lease) {
        List<UUID> due = lanes.entrySet().stream()
                .filter(entry -> isDue(entry.getValue(), now))
                .map(Map.Entry::getKey)
                .toList();
        return room.admitted(due, id -> lanes.get(id).endpoint().id()).stream()
                .map(id -> claimed(id, lanes.get(id), now.plus(lease)))
                .toList();
    }

    private static boolean isDue(Lane lane, Instant now) {
        Entry head = lane.entries.peek();
        return head != null && isFree(lane, now) && !head.due.isAfter(now);
    }

    private static Claim claimed(UUID id, Lane lane, Instant until) {
        Entry head = lane.entries.element();
        boolean inDoubt = head.begun;
        head.begun = true;
        UUID fence = UUID.randomUUID();
        lane.fence = fence;
        lane.heldUntil = until;
        Dispatch dispatch = new Dispatch(head.message, lane.endpoint(), ++head.attempts);
        return new Claim(id, fence, dispatch, head.queuedAt, until, inDoubt);
    }

    @Override
    public synchronized List<Claim> renew(List<Claim> claims, Instant until) {
        failIfTold(renewFaults);
        List<Claim> held = claims.stream()
                .filter(claim -> claim.fence().equals(lanes.get(claim.lane()).fence))
                .toList();
        held.forEach(claim -> lanes.get(claim.lane()).heldUntil = until);
        return held;
    }

    /** Until when this lane is held. */
    synchronized Instant heldUntil(int lane) {
        return lanes.get(new UUID(0, lane)).heldUntil;
    }

    @Override
    public synchronized void settle(List<Settlement> settlements, FailureFollowUp followUp, Instant now) {
        failIfTold(settleFaults);
        for (Settlement settlement : settlements) {
            Lane lane = lanes.get(settlement.claim().lane());
            if (!settlement.claim().fence().equals(lane.fence)) {
                if (settlement instanceof Settlement.Sent sent) {
                    late.add(sent);
                }
                continue;
            }
            lane.fence = null;
            lane.heldUntil = Instant.MIN;
            settled.add(settlement);
            switch (settlement) {
                case Settlement.Postponed(var claim, Instant due) -> {
                    Entry head = lane.entries.element();
                    head.due = due;
                    head.begun = claim.inDoubt();
                }
                case Settlement.Released(var claim, Instant due) -> {
                    Entry head = lane.entries.element();
                    head.due = due;
                    head.begun = claim.inDoubt();
                    head.attempts--;
                }
                case Settlement.InDoubt doubt -> {
                    lane.entries.remove();
                    doubts.add(doubt);
                }
                case Settlement.Sent _, Settlement.Failed _ -> lane.entries.remove();
            }
        }
    }

    @Override
    public synchronized int endDoubts(Instant now, int limit) {
        doubtCalls.incrementAndGet();
        failIfTold(doubtFaults);
        List<Settlement.InDoubt> over =
                doubts.stream().filter(doubt -> !doubt.until().isAfter(now)).toList();
        doubts.removeAll(over);
        for (Settlement.InDoubt doubt : over) {
            Instant sendUntil = doubt.sendUntil();
            if (sendUntil != null && !now.isAfter(sendUntil)) {
                Claim claim = doubt.claim();
                Entry again = new Entry(claim.dispatch().message(), claim.queuedAt());
                again.attempts = claim.dispatch().attempt();
                lanes.get(claim.lane()).entries.add(again);
            }
        }
        return over.size();
    }

    @Override
    public synchronized Optional<Instant> nextDue(Instant now, Set<EndpointId> without) {
        nextDueCalls.incrementAndGet();
        failIfTold(nextDueFaults);
        return lanes.values().stream()
                .filter(lane -> !lane.entries.isEmpty() && isFree(lane, now))
                .filter(lane -> !without.contains(lane.endpoint().id()))
                .map(lane -> lane.entries.element().due)
                .min(Comparator.naturalOrder());
    }

    private static boolean isFree(Lane lane, Instant now) {
        return !lane.heldUntil.isAfter(now);
    }

    private static void failIfTold(AtomicInteger faults) {
        if (faults.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("the store is away");
        }
    }
}
