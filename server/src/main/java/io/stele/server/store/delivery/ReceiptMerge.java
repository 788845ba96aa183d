package io.stele.server.store.delivery;

import io.stele.core.channel.EndpointId;
import io.stele.core.delivery.FailureFollowUp;
import io.stele.core.identity.Ksuid;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.inbound.Receipt;
import io.stele.core.message.MessageId;
import io.stele.core.project.ProjectId;
import io.stele.server.store.delivery.ProviderNames.Name;
import io.stele.server.store.people.Acquaintance;
import io.stele.server.store.sql.Session;
import io.stele.server.store.sql.Values;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Merges receipts into the messages that they are about. */
@Singleton
public final class ReceiptMerge {

    private final KsuidGenerator ids;

    ReceiptMerge(KsuidGenerator ids) {
        this.ids = ids;
    }

    /**
     * Merges the receipts. One whose message is not known at its endpoint is kept until it is. A message that turns out to have failed goes on by
     * the way that {@code followUp} knows, if any, as a message of its own.
     */
    public void apply(Session session, List<Receipt> receipts, FailureFollowUp followUp, Instant now) {
        Map<Receipt, Name> names = names(session, receipts);
        Map<Name, MessageId> told = new HashMap<>();
        names.forEach((receipt, name) -> {
            MessageId message = receipt.message();
            if (message != null) {
                told.putIfAbsent(name, message);
            }
        });
        told.values().retainAll(atTheirEndpoints(session, told));
        Map<Name, MessageId> owners = new HashMap<>(ProviderNames.lookUp(session, names.values(), now));
        told.keySet().removeAll(owners.keySet());
        owners.putAll(ProviderNames.claim(session, told));

        List<Step> steps = new ArrayList<>(PendingReceipts.take(session, told));
        List<List<@Nullable Object>> pending = new ArrayList<>();
        for (Receipt receipt : receipts) {
            Name name = names.get(receipt);
            if (name != null) {
                MessageId owner = owners.get(name);
                if (owner == null) {
                    pending.add(PendingReceipts.values(name, receipt, now));
                } else {
                    steps.add(step(name, owner, receipt));
                }
            }
        }
        PendingReceipts.keep(session, pending);
        merge(session, steps, followUp, now);
    }

    /** Merges steps. Those messages that fail by them may go on. */
    private void merge(Session session, List<Step> told, FailureFollowUp followUp, Instant now) {
        Progress.News news = Progress.news(session, told);
        List<Step> steps = news.steps();
        if (steps.isEmpty()) {
            return;
        }
        Continuations continuations = new Continuations(session, Rerouting.ways(session, steps, followUp), ids, now);
        List<Acquaintance.Id> people = new ArrayList<>(news.people());
        people.addAll(continuations.targets());
        Acquaintance.lock(session, people);
        continuations.lockAhead();
        Lanes.lock(session, continuations.targets());
        continuations.write(Progress.apply(session, steps, continuations.ids(), now));
        session.together(
                "delete from in_doubt where project_id = ? and message_id = ?",
                steps.stream()
                        .map(step -> List.of(step.project().value(), step.message().value()))
                        .distinct()
                        .toList());
    }

    /** Under what names the receipts speak; those of an endpoint that does not exist are left out. */
    private static Map<Receipt, Name> names(Session session, List<Receipt> receipts) {
        Map<Ksuid, UUID> projects = projects(session, receipts);
        Map<Receipt, Name> names = new HashMap<>();
        for (Receipt receipt : receipts) {
            UUID project = projects.get(receipt.endpoint().value());
            if (project != null) {
                names.put(
                        receipt,
                        new Name(project, receipt.endpoint().value(), Values.storable(receipt.providerMessageId())));
            }
        }
        return names;
    }

    /** Which of the messages went by the endpoint that speaks of them: what a provider echoes is not believed blindly. */
    private static Set<MessageId> atTheirEndpoints(Session session, Map<Name, MessageId> told) {
        List<Name> names = List.copyOf(told.keySet());
        return names.isEmpty()
                ? Set.of()
                : new HashSet<>(session.list(
                        row -> new MessageId(row.ksuid("id")),
                        """
                        select m.id
                        from unnest(cast(? as uuid array), cast(? as bytea array), cast(? as bytea array))
                            as k(project_id, endpoint_id, id)
                        join message m on m.project_id = k.project_id and m.id = k.id and m.endpoint_id = k.endpoint_id""",
                        names.stream().map(Name::project).toList(),
                        names.stream().map(Name::endpoint).toList(),
                        names.stream().map(name -> Objects.requireNonNull(told.get(name)).value()).toList()));
    }

    private static Map<Ksuid, UUID> projects(Session session, List<Receipt> receipts) {
        Map<Ksuid, UUID> projects = new HashMap<>();
        if (!receipts.isEmpty()) {
            session.each(row -> projects.put(row.ksuid("id"), row.uuid("project_id")),
                    "select id, project_id from endpoint where id = any(?)",
                    receipts.stream()
                            .map(receipt -> receipt.endpoint().value())
                            .collect(Collectors.toSet()));
        }
        return projects;
    }

    private static Step step(Name name, MessageId owner, Receipt receipt) {
        return new Step(
                new ProjectId(name.project()),
                new EndpointId(name.endpoint()),
                owner,
                name.text(),
                receipt.status(),
                receipt.failure(),
                receipt.at(),
                receipt.details(),
                receipt.played());
    }
}
