package io.stele.server.store.delivery;

import io.stele.core.channel.EndpointId;
import io.stele.core.identity.Ksuid;
import io.stele.core.inbound.InboundStore.FailureFollowUp;
import io.stele.core.inbound.Receipt;
import io.stele.core.inbound.Reroute;
import io.stele.core.message.Failure;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import io.stele.core.project.ProjectId;
import io.stele.server.store.delivery.ProviderNames.Name;
import io.stele.server.store.message.MessageRow;
import io.stele.server.store.sql.Session;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Merges receipts into the messages that they are about. */
@Singleton
public final class ReceiptMerge {

    /**
     * Merges the receipts. One whose message is not known at its endpoint is kept until it is. A message that turns out to have failed goes where
     * {@code followUp} sends it, or else fails.
     */
    public void apply(Session session, List<Receipt> receipts, FailureFollowUp followUp, Instant now) {
        Map<Ksuid, UUID> projects = projects(session, receipts);
        Map<Name, @Nullable Ksuid> wanted = new HashMap<>();
        Map<Receipt, Name> names = new HashMap<>();
        for (Receipt receipt : receipts) {
            UUID project = projects.get(receipt.endpoint().value());
            if (project != null) {
                Name name = new Name(project, receipt.endpoint().value(), receipt.providerMessageId());
                MessageId told = receipt.message();
                names.put(receipt, name);
                wanted.merge(name, told == null ? null : told.value(), (known, same) -> known == null ? same : known);
                wanted.putIfAbsent(name, told == null ? null : told.value());
            }
        }
        Map<Name, @Nullable Ksuid> owners = ProviderNames.claim(session, wanted);
        List<Step> steps = new ArrayList<>();
        List<List<@Nullable Object>> pending = new ArrayList<>();
        for (Receipt receipt : receipts) {
            Name name = names.get(receipt);
            if (name == null) {
                continue;
            }
            Ksuid owner = owners.get(name);
            if (owner == null) {
                pending.add(PendingReceipts.values(name, receipt, now));
            } else {
                steps.add(step(name, owner, receipt));
            }
        }
        PendingReceipts.keep(session, pending);
        merge(session, steps, followUp, now);
    }

    /** Merges steps, of which those that tell of a failure may lead elsewhere. */
    void merge(Session session, List<Step> steps, FailureFollowUp followUp, Instant now) {
        if (steps.isEmpty()) {
            return;
        }
        Set<UUID> projects =
                steps.stream().map(step -> step.project().value()).collect(Collectors.toSet());
        Progress.lockPeople(
                session, projects, steps.stream().map(Step::message).toList());
        Set<MessageId> rerouted = reroute(session, steps, followUp, now);
        Progress.apply(
                session,
                steps.stream().filter(step -> !rerouted.contains(step.message())).toList(),
                now);
        session.batch(
                "delete from in_doubt where project_id = ? and message_id = ?",
                steps.stream()
                        .map(step -> List.of(step.project().value(), step.message().value()))
                        .distinct()
                        .toList());
    }

    private static Set<MessageId> reroute(
            Session session, List<Step> steps, FailureFollowUp followUp, Instant now) {
        Set<MessageId> rerouted = new HashSet<>();
        for (Step step : steps) {
            Failure failure = step.failure();
            if (failure == null || rerouted.contains(step.message())) {
                continue;
            }
            for (Message message : messages(session, step.project(), List.of(step.message()))) {
                boolean concerned = message.endpoint().equals(step.endpoint())
                        && message.status().compareTo(Status.FAILED) < 0;
                Reroute reroute = concerned ? followUp.after(message, failure).orElse(null) : null;
                if (reroute != null) {
                    Rerouting.move(session, message, reroute.endpoint(), reroute.dueAt(), now);
                    rerouted.add(message.id());
                }
            }
        }
        return rerouted;
    }

    private static List<Message> messages(Session session, ProjectId project, Collection<MessageId> ids) {
        return session.list(
                MessageRow::message,
                StoredDeliveryQueue.SELECT_MESSAGE + " where m.project_id = ? and m.id = any(?)",
                project.value(),
                ids.stream().map(MessageId::value).toList());
    }

    private static Map<Ksuid, UUID> projects(Session session, List<Receipt> receipts) {
        Map<Ksuid, UUID> projects = new HashMap<>();
        if (!receipts.isEmpty()) {
            session.list(
                    row -> projects.put(row.ksuid("id"), row.uuid("project_id")),
                    "select id, project_id from endpoint where id = any(?)",
                    receipts.stream()
                            .map(receipt -> receipt.endpoint().value())
                            .collect(Collectors.toSet()));
        }
        return projects;
    }

    private static Step step(Name name, Ksuid owner, Receipt receipt) {
        return new Step(
                new ProjectId(name.project()),
                new EndpointId(name.endpoint()),
                new MessageId(owner),
                name.text(),
                receipt.status(),
                receipt.failure(),
                receipt.at());
    }
}
