package io.stele.core.message;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words of a message: what a list of conversations shows, and what an API without the message's kind falls back to. */
public final class PlainText {

    private static final int SNIPPET = 140;

    private PlainText() {}

    /** The words that the content carries; empty when it carries none. */
    public static Optional<String> of(Content content) {
        return Optional.ofNullable(words(content));
    }

    /** At most the first {@value #SNIPPET} characters of the words, never half a character. */
    public static Optional<String> snippet(Content content) {
        return of(content).map(text -> {
            if (text.length() <= SNIPPET) {
                return text;
            }
            int end = Character.isHighSurrogate(text.charAt(SNIPPET - 1)) ? SNIPPET - 1 : SNIPPET;
            return text.substring(0, end);
        });
    }

    private static @Nullable String words(Content content) {
        return switch (content) {
            case Text text -> text.body();
            case Media media -> media.caption();
            case Location place -> place.name() != null ? place.name() : place.address();
            case ContactCards cards -> String.join(
                    ", ", cards.cards().stream().map(card -> card.name().formatted()).toList());
            case Reaction reaction -> reaction.emoji();
            case Interactive interactive -> interactive.body();
            case Reply.ButtonReply reply -> reply.title();
            case Reply.ListReply reply -> reply.title();
            case Reply.FlowReply reply -> reply.body();
            case Reply.QuickReply reply -> reply.text();
            case TemplateUse _ -> null;
            case Order order -> order.text();
            case Email email -> email.text();
            case Speech speech -> speech.text();
            case SystemNote note -> note.body();
            case Unsupported _ -> null;
        };
    }
}
