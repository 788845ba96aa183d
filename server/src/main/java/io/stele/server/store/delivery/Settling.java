package io.stele.server.store.delivery;

import io.stele.core.delivery.Claim;
import io.stele.core.delivery.FailureFollowUp;
import io.stele.core.delivery.Reroute;
import io.stele.core.delivery.Settlement;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.message.Failure;
import io.stele.core.message.Json;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import io.stele.server.store.delivery.ProviderNames.Name;
import io.stele.server.store.people.Acquaintance;
import io.stele.server.store.sql.RunAgainException;
import io.stele.server.store.sql.Session;
import io.stele.server.store.sql.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes what came of a batch of claims, within one transaction. */
final class Settling {

    private static final int LONGEST_NAME = 512;

    private final Session session;
    private final KsuidGenerator ids;
    private final FailureFollowUp followUp;
    private final Instant now;

    /**
     * @param ids where the ids of messages come from that continue others
     * @param followUp by which way a message goes on that fails by a receipt which came first
     */
    Settling(Session session, KsuidGenerator ids, FailureFollowUp followUp, Instant now) {
        this.session = session;
        this.ids = ids;
        this.followUp = followUp;
        this.now = now;
    }

    /** @return those whose lanes others have taken over: of these nothing is written */
    List<Settlement> settle(List<Settlement> settlements) {
        List<Settlement> held = stillHeld(settlements);
        if (!held.isEmpty()) {
            write(held);
        }
        List<Settlement> lost = new ArrayList<>(settlements);
        lost.removeAll(held);
        return lost;
    }

    private void write(List<Settlement> held) {
        Map<Name, MessageId> owners = ProviderNames.claim(session, names(held));
        List<Step> early = PendingReceipts.take(session, owners);
        List<Continuations.Way> ways = new ArrayList<>(ways(held));
        ways.addAll(Rerouting.ways(session, early, followUp));
        Continuations continuations = new Continuations(session, ways, ids, now);
        lockPeople(held, early, continuations);
        continuations.lockAhead();
        lockLanes(held, continuations);
        deliveries(held);
        List<Step> steps = new ArrayList<>(
                held.stream().flatMap(settlement -> steps(settlement, owners)).toList());
        steps.addAll(early);
        continuations.write(Progress.apply(session, steps, continuations.ids(), now));
        Doubts.begin(session, doubts(held));
        lanes(held);
    }

    /** Those whose lanes nobody has taken over, in the order in which lanes are locked. */
    private List<Settlement> stillHeld(List<Settlement> settlements) {
        Set<UUID> fences = new HashSet<>(session.list(
                row -> row.uuid("fence"),
                """
                select l.fence
                from unnest(cast(? as uuid array), cast(? as uuid array)) as k(project_id, id)
                join lane l on l.project_id = k.project_id and l.id = k.id
                where l.fence is not null""",
                settlements.stream().map(Settling::project).toList(),
                settlements.stream().map(settlement -> settlement.claim().lane()).toList()));
        return settlements.stream()
                .filter(settlement -> fences.contains(settlement.claim().fence()))
                .sorted(Comparator.comparing(Settling::project)
                        .thenComparing(settlement -> settlement.claim().lane()))
                .toList();
    }

    /** Locks the lanes, also those by which messages go on. Should one have been taken over since it was looked at, all begins anew. */
    private void lockLanes(List<Settlement> held, Continuations continuations) {
        List<Acquaintance.Id> lanes = new ArrayList<>(continuations.targets());
        held.forEach(settlement -> lanes.add(
                new Acquaintance.Id(settlement.claim().dispatch().message().scope().project(), settlement.claim().lane())));
        Collection<UUID> fences = Lanes.lock(session, lanes).values();
        if (!held.stream().allMatch(settlement -> fences.contains(settlement.claim().fence()))) {
            throw new RunAgainException("a lane was taken over");
        }
    }

    private static Map<Name, MessageId> names(List<Settlement> settlements) {
        Map<Name, MessageId> names = new HashMap<>();
        for (Settlement settlement : settlements) {
            if (settlement instanceof Settlement.Sent sent && canBeKept(sent.providerMessageId())) {
                names.putIfAbsent(name(sent), sent.claim().dispatch().message().id());
            }
        }
        return names;
    }

    /** Whether there is room for the provider's name. What was sent has been sent also under a name that is too long. */
    static boolean canBeKept(String providerMessageId) {
        return providerMessageId.length() <= LONGEST_NAME;
    }

    private static Name name(Settlement.Sent sent) {
        return new Name(
                project(sent),
                sent.claim().dispatch().endpoint().id().value(),
                Values.storable(sent.providerMessageId()));
    }

    private static List<Continuations.Way> ways(List<Settlement> settlements) {
        List<Continuations.Way> ways = new ArrayList<>();
        for (Settlement settlement : settlements) {
            if (settlement instanceof Settlement.Failed(Claim claim, _, _, Reroute reroute) && reroute != null) {
                ways.add(new Continuations.Way(claim.dispatch().message(), reroute));
            }
        }
        return ways;
    }

    /** Locks the correspondences in which something is counted or doubted, and those in which messages go on. */
    private void lockPeople(List<Settlement> settlements, List<Step> early, Continuations continuations) {
        Set<MessageId> told = early.stream().map(Step::message).collect(Collectors.toSet());
        List<Acquaintance.Id> people = new ArrayList<>(continuations.targets());
        for (Settlement settlement : settlements) {
            Claim claim = settlement.claim();
            boolean counts = switch (settlement) {
                case Settlement.Failed _, Settlement.InDoubt _ -> true;
                case Settlement.Sent _, Settlement.Postponed _, Settlement.Released _ ->
                    told.contains(claim.dispatch().message().id());
            };
            if (counts) {
                people.add(new Acquaintance.Id(claim.dispatch().message().scope().project(), claim.lane()));
            }
        }
        Acquaintance.lock(session, people);
    }

    /** Only the head of a lane is ever claimed. */
    private void deliveries(List<Settlement> settlements) {
        session.together(
                "delete from delivery where project_id = ? and lane_id = ? and message_id = ? and " + Lanes.IS_HEAD,
                settlements.stream()
                        .filter(settlement -> !stays(settlement))
                        .map(Settling::delivery)
                        .toList());
        session.together(
                "update delivery set attempts = attempts - ?, begun = ?"
                        + " where project_id = ? and lane_id = ? and message_id = ? and " + Lanes.IS_HEAD,
                settlements.stream().filter(Settling::stays).map(Settling::stay).toList());
    }

    private static List<Object> stay(Settlement settlement) {
        List<Object> values = new ArrayList<>();
        values.add(settlement instanceof Settlement.Released ? 1 : 0);
        values.add(settlement.claim().inDoubt());
        values.addAll(delivery(settlement));
        return values;
    }

    /** Whether the message stays at the head of its lane. */
    private static boolean stays(Settlement settlement) {
        return settlement instanceof Settlement.Postponed || settlement instanceof Settlement.Released;
    }

    private static List<Settlement.InDoubt> doubts(List<Settlement> settlements) {
        return settlements.stream()
                .filter(settlement -> settlement instanceof Settlement.InDoubt)
                .map(settlement -> (Settlement.InDoubt) settlement)
                .toList();
    }

    private void lanes(List<Settlement> settlements) {
        session.together(
                """
                update lane
                set pending = pending - ?, fence = null,
                    due_at = case when pending > ? then cast(? as timestamp with time zone) end
                where project_id = ? and id = ? and fence = ?""",
                settlements.stream().map(this::lane).toList());
    }

    private List<Object> lane(Settlement settlement) {
        int gone = stays(settlement) ? 0 : 1;
        Instant due = switch (settlement) {
            case Settlement.Postponed(Claim _, Instant dueAt) -> dueAt;
            case Settlement.Released(Claim _, Instant dueAt) -> dueAt;
            case Settlement.Sent _, Settlement.Failed _, Settlement.InDoubt _ -> now;
        };
        Claim claim = settlement.claim();
        return List.of(gone, gone, due, project(settlement), claim.lane(), claim.fence());
    }

    /** A name that another message has is not written down a second time. */
    private static Stream<Step> steps(Settlement settlement, Map<Name, MessageId> owners) {
        return switch (settlement) {
            case Settlement.Sent sent -> {
                Claim claim = sent.claim();
                Name name = name(sent);
                boolean own = claim.dispatch().message().id().equals(owners.get(name));
                yield Stream.of(step(claim, own ? name.text() : null, Status.SENT, null, sent.at()));
            }
            case Settlement.Failed(Claim claim, var failure, Instant at, _) ->
                Stream.of(step(claim, null, Status.FAILED, failure, at));
            case Settlement.Postponed _, Settlement.Released _, Settlement.InDoubt _ -> Stream.empty();
        };
    }

    private static Step step(
            Claim claim,
            @Nullable String provider,
            Status status,
            @Nullable Failure failure,
            Instant at) {
        Message message = claim.dispatch().message();
        return new Step(
                message.scope().project(),
                claim.dispatch().endpoint().id(),
                message.id(),
                provider,
                status,
                failure,
                at,
                Json.Members.EMPTY);
    }

    private static List<Object> delivery(Settlement settlement) {
        Claim claim = settlement.claim();
        UUID project = project(settlement);
        return List.of(
                project, claim.lane(), claim.dispatch().message().id().value(), project, claim.lane());
    }

    private static UUID project(Settlement settlement) {
        return settlement.claim().dispatch().message().scope().project().value();
    }
}
