package io.stele.core.intake;

import io.stele.core.message.Context;
import io.stele.core.message.Message;
import io.stele.core.message.MessageLog;
import io.stele.core.message.MessageReference;
import io.stele.core.message.PlainText;
import io.stele.core.project.Scope;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks up messages by what callers call them. */
public final class References {

    private final MessageLog messages;

    public References(MessageLog messages) {
        this.messages = messages;
    }

    /** The message that is meant, by our id or else by the provider's; empty when the scope has none such. */
    public Optional<Message> find(Scope scope, MessageReference reference) {
        Optional<Message> ours = reference.id() == null ? Optional.empty() : messages.message(scope, reference.id());
        return ours.isEmpty() && reference.providerMessageId() != null
                ? messages.messageOfProvider(scope, reference.providerMessageId())
                : ours;
    }

    /**
     * The context of a message that quotes this one, with what the quoted message said.
     *
     * @throws RejectedException when our own id names no message; one known by the provider's id only is quoted as it is
     */
    public Context quoting(Scope scope, @Nullable MessageReference quote) {
        return quote == null ? Context.NONE : Context.answering(quoted(scope, quote));
    }

    /** The quote with what the quoted message said, where it is ours. */
    public Context.Quote quoted(Scope scope, MessageReference quote) {
        return find(scope, quote)
                .map(message -> new Context.Quote(
                        MessageReference.to(message),
                        message.from().value(),
                        PlainText.snippet(message.content()).orElse(null),
                        message.kind()))
                .orElseGet(() -> Context.Quote.of(foreign(quote)));
    }

    private static MessageReference foreign(MessageReference reference) {
        String provider = reference.providerMessageId();
        if (provider == null) {
            throw new RejectedException(new Rejection.InvalidField(Field.QUOTE, "does not name a message"));
        }
        return MessageReference.foreign(provider);
    }
}
