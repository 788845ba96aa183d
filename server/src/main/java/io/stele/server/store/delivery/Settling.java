package io.stele.server.store.delivery;

import io.stele.core.delivery.Claim;
import io.stele.core.delivery.Settlement;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.Failure;
import io.stele.core.message.Message;
import io.stele.core.message.Status;
import io.stele.server.store.delivery.ProviderNames.Name;
import io.stele.server.store.json.CircumstanceForm;
import io.stele.server.store.sql.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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

    private final Session session;
    private final Instant now;

    Settling(Session session, Instant now) {
        this.session = session;
        this.now = now;
    }

    void settle(List<Settlement> settlements) {
        List<Step> early = receiptsThatCameBefore(settlements);
        lockPeople(settlements, early);
        Set<UUID> held = lanesStillHeld(settlements);
        List<Settlement> valid = settlements.stream()
                .filter(settlement -> held.contains(settlement.claim().fence()))
                .sorted(Comparator.comparing(settlement -> settlement.claim().lane()))
                .toList();
        deliveries(valid);
        List<Step> steps = new ArrayList<>(valid.stream().flatMap(Settling::steps).toList());
        steps.addAll(early);
        Progress.apply(session, steps, now);
        doubts(valid);
        for (Settlement settlement : valid) {
            if (settlement instanceof Settlement.Rerouted(Claim claim, var endpoint, Instant dueAt)) {
                Rerouting.move(session, claim.dispatch().message(), endpoint, dueAt, now);
            }
        }
        lanes(valid);
    }

    /** Claims the providers' names, which hold also when the lease was lost, and takes the receipts that came with them already. */
    private List<Step> receiptsThatCameBefore(List<Settlement> settlements) {
        Map<Name, @Nullable Ksuid> wanted = new HashMap<>();
        for (Settlement settlement : settlements) {
            if (settlement instanceof Settlement.Sent(Claim claim, String provider, Instant _)) {
                Message message = claim.dispatch().message();
                wanted.put(
                        new Name(
                                message.scope().project().value(),
                                claim.dispatch().endpoint().id().value(),
                                provider),
                        message.id().value());
            }
        }
        if (wanted.isEmpty()) {
            return List.of();
        }
        Map<Name, Ksuid> owners = new HashMap<>();
        ProviderNames.claim(session, wanted).forEach((name, owner) -> {
            if (owner != null) {
                owners.put(name, owner);
            }
        });
        return PendingReceipts.take(session, owners);
    }

    private void lockPeople(List<Settlement> settlements, List<Step> early) {
        List<Message> concerned = new ArrayList<>();
        Set<Ksuid> told = early.stream().map(step -> step.message().value()).collect(Collectors.toSet());
        for (Settlement settlement : settlements) {
            Message message = settlement.claim().dispatch().message();
            boolean counts = switch (settlement) {
                case Settlement.Failed _, Settlement.Rerouted _ -> true;
                case Settlement.Sent _, Settlement.Postponed _, Settlement.InDoubt _ ->
                    told.contains(message.id().value());
            };
            if (counts) {
                concerned.add(message);
            }
        }
        Progress.lockPeople(
                session,
                concerned.stream().map(message -> message.scope().project().value()).toList(),
                concerned.stream().map(Message::id).toList());
    }

    /** The fences of those claims that nobody has taken over. */
    private Set<UUID> lanesStillHeld(List<Settlement> settlements) {
        Set<UUID> fences = new HashSet<>(session.list(
                row -> {
                    UUID fence = row.uuidOrNull("fence");
                    return fence == null ? new UUID(0, 0) : fence;
                },
                "select fence from lane where project_id = any(?) and id = any(?) order by id for update",
                settlements.stream().map(Settling::project).collect(Collectors.toSet()),
                settlements.stream()
                        .map(settlement -> settlement.claim().lane())
                        .collect(Collectors.toSet())));
        fences.retainAll(settlements.stream()
                .map(settlement -> settlement.claim().fence())
                .collect(Collectors.toSet()));
        return fences;
    }

    private void deliveries(List<Settlement> settlements) {
        session.batch(
                "delete from delivery where project_id = ? and lane_id = ? and message_id = ?",
                settlements.stream()
                        .filter(settlement -> !(settlement instanceof Settlement.Postponed))
                        .map(Settling::delivery)
                        .toList());
        session.batch(
                "update delivery set begun = false where project_id = ? and lane_id = ? and message_id = ?",
                settlements.stream()
                        .filter(settlement -> settlement instanceof Settlement.Postponed)
                        .map(Settling::delivery)
                        .toList());
    }

    private void doubts(List<Settlement> settlements) {
        List<List<@Nullable Object>> doubts = new ArrayList<>();
        for (Settlement settlement : settlements) {
            if (settlement instanceof Settlement.InDoubt(Claim claim, Instant until, var failure)) {
                doubts.add(Arrays.asList(
                        project(settlement),
                        claim.dispatch().message().id().value(),
                        until,
                        CircumstanceForm.write(failure)));
            }
        }
        session.batch(
                """
                insert into in_doubt (project_id, message_id, give_up_at, failure)
                values (?, ?, ?, ?) on conflict do nothing""",
                doubts);
    }

    private void lanes(List<Settlement> settlements) {
        session.batch(
                """
                update lane set pending = pending - ?, fence = null,
                due_at = case when pending - ? > 0 then cast(? as timestamp with time zone) end
                where project_id = ? and id = ? and fence = ?""",
                settlements.stream().map(this::lane).toList());
    }

    private List<Object> lane(Settlement settlement) {
        int gone = settlement instanceof Settlement.Postponed ? 0 : 1;
        Instant due = settlement instanceof Settlement.Postponed(Claim _, Instant dueAt) ? dueAt : now;
        Claim claim = settlement.claim();
        return List.of(gone, gone, due, project(settlement), claim.lane(), claim.fence());
    }

    private static Stream<Step> steps(Settlement settlement) {
        return switch (settlement) {
            case Settlement.Sent(Claim claim, String provider, Instant at) ->
                Stream.of(step(claim, provider, Status.SENT, null, at));
            case Settlement.Failed(Claim claim, var failure, Instant at) ->
                Stream.of(step(claim, null, Status.FAILED, failure, at));
            case Settlement.Postponed _, Settlement.InDoubt _, Settlement.Rerouted _ ->
                Stream.empty();
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
                at);
    }

    private static List<Object> delivery(Settlement settlement) {
        Claim claim = settlement.claim();
        return List.of(
                project(settlement), claim.lane(), claim.dispatch().message().id().value());
    }

    private static UUID project(Settlement settlement) {
        return settlement.claim().dispatch().message().scope().project().value();
    }
}
