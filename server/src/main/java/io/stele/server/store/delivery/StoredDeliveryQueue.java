package io.stele.server.store.delivery;

import io.stele.core.channel.EndpointId;
import io.stele.core.delivery.Claim;
import io.stele.core.delivery.DeliveryQueue;
import io.stele.core.delivery.FailureFollowUp;
import io.stele.core.delivery.Room;
import io.stele.core.delivery.Settlement;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.inbound.Receipt;
import io.stele.core.message.Json;
import io.stele.core.message.Status;
import io.stele.server.store.OneByOne;
import io.stele.server.store.people.Acquaintance;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Session;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The lanes as tables. What is locked is skipped by the next claimer, so that claimers never wait for each other. */
@Singleton
final class StoredDeliveryQueue implements DeliveryQueue {

    private final Database database;
    private final ReceiptMerge receipts;
    private final KsuidGenerator ids;
    private final InstantSource clock;

    StoredDeliveryQueue(Database database, ReceiptMerge receipts, KsuidGenerator ids, InstantSource clock) {
        this.database = database;
        this.receipts = receipts;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<Claim> claim(Room room, Instant now, Duration lease) {
        try {
            return database.write(session -> claim(session, DueLanes.lock(session, room, now), lease));
        } catch (RuntimeException | StackOverflowError e) {
            List<Acquaintance.Id> lanes = database.read(session -> DueLanes.look(session, room, now));
            return OneByOne.each(
                            "lane",
                            lanes,
                            lane -> database.write(session -> claim(session, DueLanes.lock(session, lane, now), lease)),
                            lane -> database.write(session -> DueLanes.putOff(session, List.of(lane), now)))
                    .stream()
                    .flatMap(List::stream)
                    .toList();
        }
    }

    private List<Claim> claim(Session session, List<Acquaintance.Id> lanes, Duration lease) {
        return new Claiming(session, clock, lease).claim(lanes);
    }

    @Override
    public List<Claim> renew(List<Claim> claims, Instant until) {
        return claims.isEmpty() ? List.of() : database.write(session -> {
            Collection<UUID> fences = Lanes.lock(session, claims.stream().map(StoredDeliveryQueue::lane).toList()).values();
            List<Claim> held = claims.stream().filter(claim -> fences.contains(claim.fence())).toList();
            session.batch(
                    "update lane set due_at = ? where project_id = ? and id = ?",
                    held.stream()
                            .map(StoredDeliveryQueue::lane)
                            .map(lane -> List.<Object>of(until, lane.project().value(), lane.id()))
                            .toList());
            return held;
        });
    }

    private static Acquaintance.Id lane(Claim claim) {
        return new Acquaintance.Id(claim.dispatch().message().scope().project(), claim.lane());
    }

    @Override
    public void settle(List<Settlement> settlements, FailureFollowUp followUp, Instant now) {
        if (!settlements.isEmpty()) {
            List<Settlement> lost = database.write(
                    session -> new Settling(session, ids, followUp, now).settle(settlements));
            List<Receipt> told = lost.stream().flatMap(StoredDeliveryQueue::receipt).toList();
            if (!told.isEmpty()) {
                database.write(session -> {
                    receipts.apply(session, told, followUp, now);
                    return told.size();
                });
            }
        }
    }

    /** That the provider has a message is worth knowing, whoever has its lane now. */
    private static Stream<Receipt> receipt(Settlement lost) {
        return lost instanceof Settlement.Sent(Claim claim, String providerMessageId, Instant at)
                        && Settling.canBeKept(providerMessageId)
                ? Stream.of(new Receipt(
                        claim.dispatch().endpoint().id(),
                        providerMessageId,
                        claim.dispatch().message().id(),
                        Status.SENT,
                        null,
                        at,
                        Json.Members.EMPTY))
                : Stream.empty();
    }

    @Override
    public int endDoubts(Instant now, int limit) {
        List<Doubts.Key> due = database.read(session -> Doubts.due(session, now, limit));
        if (due.isEmpty()) {
            return 0;
        }
        try {
            return database.write(session -> Doubts.end(session, due, now));
        } catch (RuntimeException | StackOverflowError e) {
            return OneByOne.each(
                            "doubt about",
                            due,
                            doubt -> database.write(session -> Doubts.end(session, List.of(doubt), now)),
                            doubt -> database.write(session -> Doubts.putOff(session, doubt, now.plus(DueLanes.PAUSE))))
                    .stream()
                    .mapToInt(Integer::intValue)
                    .sum();
        }
    }

    @Override
    public Optional<Instant> nextDue(Instant now, Set<EndpointId> without) {
        return database.read(session -> FirstLanes.next(session, now, without));
    }
}
