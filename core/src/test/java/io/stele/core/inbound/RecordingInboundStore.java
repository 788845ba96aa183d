package io.stele.core.inbound;

import io.stele.core.delivery.FailureFollowUp;
import io.stele.core.example.MessageBuilder;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.project.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Remembers what it is told to write; each received message comes back under the id that was meant for it. */
final class RecordingInboundStore implements InboundStore {

    record Received(List<ProviderMessage> messages, List<MessageId> ids, Instant now) {}

    record Applied(List<Receipt> receipts, FailureFollowUp followUp, Instant now) {}

    record MarkedRead(Scope scope, MessageId message, Instant at) {}

    final List<Received> received = Collections.synchronizedList(new ArrayList<>());
    final List<Applied> applied = Collections.synchronizedList(new ArrayList<>());
    final List<PreferenceReport> preferred = new ArrayList<>();
    final List<TemplateNews> noted = new ArrayList<>();
    final List<AccountNews> notedAccounts = new ArrayList<>();
    final List<MarkedRead> markedRead = new ArrayList<>();

    @Override
    public List<Message> receive(List<? extends ProviderMessage> messages, List<MessageId> ids, Instant now) {
        received.add(new Received(List.copyOf(messages), ids, now));
        return ids.stream()
                .map(id -> MessageBuilder.message().id(id).inbound().build())
                .toList();
    }

    @Override
    public void prefer(List<PreferenceReport> reports, Instant now) {
        preferred.addAll(reports);
    }

    @Override
    public void note(List<TemplateNews> news, Instant now) {
        noted.addAll(news);
    }

    @Override
    public void noteAccounts(List<AccountNews> news, Instant now) {
        notedAccounts.addAll(news);
    }

    @Override
    public void apply(List<Receipt> receipts, FailureFollowUp followUp, Instant now) {
        applied.add(new Applied(receipts, followUp, now));
    }

    @Override
    public void markRead(Scope scope, MessageId message, Instant at) {
        markedRead.add(new MarkedRead(scope, message, at));
    }
}
