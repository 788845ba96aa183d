package io.stele.adapters.zavu;

import io.stele.contracts.zavu.ZavuMessageContent;
import io.stele.core.message.Context;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Referral;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Reads what a received message answers, and where it came from. */
@Singleton
public final class ZavuContextReader {

    private final ZavuContentMapper mapper;

    ZavuContextReader(ZavuContentMapper mapper) {
        this.mapper = mapper;
    }

    /** What the message answers. Ids are those of the server that it was received from, so that only the provider's counts here. */
    public Context context(@Nullable ZavuMessageContent content) {
        if (content == null || content.replyToProviderMessageId() == null) {
            return Context.NONE;
        }
        String type = content.replyToMessageType();
        String text = content.replyToText();
        return Context.answering(new Context.Quote(
                MessageReference.foreign(content.replyToProviderMessageId()),
                content.replyToFrom(),
                text == null || text.isEmpty() ? null : text,
                type == null ? null : ZavuNames.kind(type).orElse(null)));
    }

    /** Where the message came from; null when nothing is said of it. */
    public @Nullable Referral referral(@Nullable ZavuMessageContent content) {
        return content == null || content.referral() == null ? null : mapper.referral(content.referral());
    }
}
