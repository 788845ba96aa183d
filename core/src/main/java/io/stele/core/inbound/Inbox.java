package io.stele.core.inbound;

import io.stele.core.commit.Inflow;
import io.stele.core.commit.SharedCommits;
import io.stele.core.commit.TooMuchWaitingException;
import io.stele.core.delivery.FailureFollowUp;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.intake.References;
import io.stele.core.message.Content;
import io.stele.core.message.Context;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Reaction;
import io.stele.core.project.Scope;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes what providers tell us. When a call returns, it is durable; calls that come together share a commit. Safe for concurrent use.
 *
 * <p>What is told at once is written in an order in which nothing is lost when it is told again: messages first, then what became of messages.
 */
public final class Inbox implements AutoCloseable {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    /** Between two batches of receipts: to write many costs little more than to write one. */
    private static final Duration INTERVAL = Duration.ofMillis(5);

    /** The same while people wait for their messages to be accepted: nobody waits for a receipt. */
    private static final Duration LONG_INTERVAL = Duration.ofMillis(20);

    private final InboundStore store;
    private final References references;
    private final KsuidGenerator ids;
    private final InstantSource clock;
    private final SharedCommits<List<ProviderMessage>, List<Message>> messages;
    private final SharedCommits<List<Receipt>, Boolean> receipts;

    /** @param sends what comes in beside, and goes before receipts */
    public Inbox(
            InboundStore store,
            References references,
            FailureFollowUp followUp,
            KsuidGenerator ids,
            InstantSource clock,
            Inflow sends,
            SharedCommits.Limits limits) {
        this.store = store;
        this.references = references;
        this.ids = ids;
        this.clock = clock;
        this.messages = new SharedCommits<>("inbox-messages", batch -> written(store, batch), limits);
        this.receipts = new SharedCommits<>(
                "inbox-receipts",
                batch -> applied(store, batch, followUp),
                limits,
                () -> sends.isCrowded() ? LONG_INTERVAL : INTERVAL);
    }

    /** Takes a message from a person. One that came before is answered as it is stored, and changes nothing. */
    public Message receive(InboundMessage message) {
        return receive(List.of(message)).getFirst();
    }

    /** Takes messages from people, or to them, in one transaction. */
    public List<Message> receive(List<? extends ProviderMessage> told) {
        return told.isEmpty()
                ? List.of()
                : written(messages, told.stream().map(this::resolved).toList());
    }

    /** Takes receipts, in one transaction. */
    public void report(List<Receipt> told) {
        if (!told.isEmpty()) {
            written(receipts, told);
        }
    }

    /**
     * Takes all that a provider told at once.
     *
     * @throws RejectedException when too much is waiting; what the provider tells again is taken then
     */
    public void take(Heard heard) {
        List<ProviderMessage> told = new ArrayList<>(heard.messages());
        told.addAll(heard.echoes());
        receive(told);
        report(heard.receipts());
        if (!heard.preferences().isEmpty()) {
            store.prefer(heard.preferences(), now());
        }
        if (!heard.templates().isEmpty()) {
            store.note(heard.templates(), now());
        }
        if (!heard.accounts().isEmpty()) {
            store.noteAccounts(heard.accounts(), now());
        }
    }

    /** Writes what is waiting, then takes nothing more. */
    @Override
    public void close() {
        messages.close();
        receipts.close();
    }

    private List<List<Message>> written(InboundStore store, List<List<ProviderMessage>> batch) {
        List<ProviderMessage> all = batch.stream().flatMap(List::stream).toList();
        List<MessageId> fresh = all.stream().map(_ -> new MessageId(ids.next())).toList();
        List<Message> stored = store.receive(all, fresh, now());
        List<List<Message>> answers = new ArrayList<>();
        int from = 0;
        for (List<ProviderMessage> call : batch) {
            answers.add(stored.subList(from, from + call.size()));
            from += call.size();
        }
        return answers;
    }

    private List<Boolean> applied(InboundStore store, List<List<Receipt>> batch, FailureFollowUp followUp) {
        store.apply(batch.stream().flatMap(List::stream).toList(), followUp, now());
        return batch.stream().map(_ -> true).toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static <T, R> R written(SharedCommits<T, R> commits, T item) {
        try {
            return commits.written(item);
        } catch (TooMuchWaitingException e) {
            throw new RejectedException(new Rejection.Overloaded(RETRY_AFTER));
        }
    }

    private ProviderMessage resolved(ProviderMessage message) {
        Scope scope = message.endpoint().scope();
        Content content = resolved(scope, message.content());
        Context context = resolved(scope, message.context());
        return switch (message) {
            case InboundMessage inbound -> new InboundMessage(
                    inbound.endpoint(),
                    inbound.from(),
                    inbound.identity(),
                    inbound.former(),
                    inbound.providerMessageId(),
                    inbound.profileName(),
                    content,
                    context,
                    inbound.referral(),
                    inbound.sentAt(),
                    inbound.attachments());
            case MessageEcho echo -> new MessageEcho(
                    echo.endpoint(), echo.to(), echo.identity(), echo.providerMessageId(), content, context, echo.sentAt());
        };
    }

    private Context resolved(Scope scope, Context context) {
        Context.Quote quote = context.quote();
        return quote == null
                ? context
                : new Context(
                        quoted(scope, quote), context.forwarded(), context.frequentlyForwarded(), context.product());
    }

    /** Of a message that we never had, the connector knows what there is to know. */
    private Context.Quote quoted(Scope scope, Context.Quote quote) {
        Context.Quote looked = references.quoted(scope, quote.message());
        return looked.from() != null
                ? looked
                : new Context.Quote(looked.message(), quote.from(), quote.text(), quote.kind());
    }

    /** A reaction to a message that we never had is kept with the provider's id. */
    private Content resolved(Scope scope, Content content) {
        return content instanceof Reaction(MessageReference target, String emoji)
                ? new Reaction(references.find(scope, target).map(MessageReference::to).orElse(target), emoji)
                : content;
    }
}
