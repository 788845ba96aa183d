package io.stele.core.inbound;

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
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Takes what providers tell us. When a call returns, it is durable. Safe for concurrent use. */
public final class Inbox {

    private final InboundStore store;
    private final References references;
    private final FailureFollowUp followUp;
    private final KsuidGenerator ids;
    private final InstantSource clock;

    public Inbox(
            InboundStore store,
            References references,
            FailureFollowUp followUp,
            KsuidGenerator ids,
            InstantSource clock) {
        this.store = store;
        this.references = references;
        this.followUp = followUp;
        this.ids = ids;
        this.clock = clock;
    }

    /** Takes a message from a person. One that came before is answered as it is stored, and changes nothing. */
    public Message receive(InboundMessage message) {
        return receive(List.of(message)).getFirst();
    }

    /** Takes messages from people, in one transaction. */
    public List<Message> receive(List<InboundMessage> messages) {
        List<InboundMessage> resolved = messages.stream().map(this::resolved).toList();
        List<MessageId> fresh =
                messages.stream().map(message -> new MessageId(ids.next())).toList();
        return store.receive(resolved, fresh, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Takes receipts, in one transaction. */
    public void report(List<Receipt> receipts) {
        store.apply(receipts, followUp, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private InboundMessage resolved(InboundMessage message) {
        Scope scope = message.endpoint().scope();
        Context context = message.context();
        Context.Quote quote = context.quote();
        Context looked = quote == null
                ? context
                : new Context(
                        quoted(scope, quote),
                        context.forwarded(),
                        context.frequentlyForwarded(),
                        context.product());
        return new InboundMessage(
                message.endpoint(),
                message.from(),
                message.identity(),
                message.providerMessageId(),
                message.profileName(),
                resolved(scope, message.content()),
                looked,
                message.referral(),
                message.sentAt(),
                message.attachments());
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
