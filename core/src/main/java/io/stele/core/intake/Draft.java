package io.stele.core.intake;

import io.stele.core.address.Address;
import io.stele.core.channel.Channel;
import io.stele.core.message.Content;
import io.stele.core.message.MessageReference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants sent.
 *
 * @param channel the channel that the caller named; null leaves the choice to the {@link Router}
 * @param quote the message that is answered; null when none is. One that is not ours is quoted by the provider's id alone
 * @param idempotency null when the caller gave no key
 * @param callbackData what the caller wants echoed with each receipt; null when not given
 * @param attachments the bytes of the email's stored attachments
 */
public record Draft(
        SenderChoice sender,
        Address to,
        @Nullable Channel channel,
        Content content,
        @Nullable MessageReference quote,
        @Nullable IdempotencyKey idempotency,
        boolean fallback,
        @Nullable String callbackData,
        Map<String, String> metadata,
        List<AttachmentBytes> attachments) {

    public Draft {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        attachments = List.copyOf(attachments);
    }

    /** A plain draft: no key, no labels, no fallback, nothing attached. */
    public static Draft of(SenderChoice sender, Address to, @Nullable Channel channel, Content content) {
        return new Draft(sender, to, channel, content, null, null, false, null, Map.of(), List.of());
    }

    Draft withContent(Content other) {
        return new Draft(sender, to, channel, other, quote, idempotency, fallback, callbackData, metadata, attachments);
    }
}
