package io.stele.adapters.zavu;

import io.stele.core.message.Context;
import io.stele.core.message.ContentKind;
import io.stele.core.message.MessageReference;
import org.jspecify.annotations.Nullable;

/**
 * A quoted message, as Zavu tells of one.
 *
 * @param messageId null when the quoted message is none of ours
 * @param text empty when the quoted message is ours and has no text
 */
record ZavuQuote(
        @Nullable String messageId,
        @Nullable String providerMessageId,
        @Nullable String from,
        @Nullable String text,
        @Nullable String messageType) {

    static ZavuQuote of(Context.Quote quote) {
        MessageReference message = quote.message();
        ContentKind kind = quote.kind();
        boolean ours = message.id() != null;
        String words = quote.text();
        return new ZavuQuote(
                message.id() == null ? null : ZavuIds.text(message.id()),
                message.providerMessageId(),
                quote.from(),
                words == null && ours ? "" : words,
                kind == null ? null : ZavuNames.name(kind));
    }
}
