package io.stele.adapters.zavu;

import static io.stele.adapters.Required.present;
import static io.stele.adapters.zavu.ZavuFields.CHANNEL;
import static io.stele.adapters.zavu.ZavuFields.METADATA;
import static io.stele.adapters.zavu.ZavuFields.SUBJECT;
import static io.stele.adapters.zavu.ZavuFields.TEXT;
import static io.stele.adapters.zavu.ZavuFields.TO;
import static io.stele.adapters.zavu.ZavuMembers.given;

import io.stele.adapters.WireException;
import io.stele.contracts.zavu.ZavuSendRequest;
import io.stele.core.address.Address;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.ChatId;
import io.stele.core.address.EmailAddress;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.SenderId;
import io.stele.core.intake.AttachmentBytes;
import io.stele.core.intake.Draft;
import io.stele.core.intake.IdempotencyKey;
import io.stele.core.intake.SenderChoice;
import io.stele.core.message.Content;
import io.stele.core.message.Email;
import io.stele.core.message.Speech;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@code POST /v1/messages} asks for (contract §2.1). Presence and form are checked here; limits, the choice of the
 * channel and the 24-hour window are the domain's.
 */
@Singleton
public final class ZavuDraftReader {

    private static final String PLAIN = "text";

    private final ZavuContentReader contents;
    private final ZavuAttachmentReader attachments;

    ZavuDraftReader(ZavuContentReader contents, ZavuAttachmentReader attachments) {
        this.contents = contents;
        this.attachments = attachments;
    }

    /**
     * What the request asks for.
     *
     * @param sender the header {@code Zavu-Sender}, which goes before the body's {@code senderId}; null when absent
     * @param fingerprint a hash of the request
     * @throws WireException when a member is missing or has the wrong form
     * @throws RejectedException when the sender's id names none
     */
    public Draft read(ZavuSendRequest request, @Nullable String sender, String fingerprint) {
        Channel channel = channel(request.channel());
        Address to = ZavuAddresses.read(present(request.to(), TO), channel);
        String key = request.idempotencyKey();
        List<AttachmentBytes> bytes;
        Content content;
        Channel medium = medium(to, channel, type(request));
        ZavuMembers.check(request, medium);
        if (medium == Channel.EMAIL) {
            ZavuAttachmentReader.Files files = attachments.read(request.attachments());
            content = email(request, files);
            bytes = files.bytes();
        } else {
            content = content(request, medium);
            bytes = List.of();
        }
        return new Draft(
                sender(sender == null || sender.isBlank() ? request.senderId() : sender),
                to,
                channel,
                content,
                null,
                key == null ? null : new IdempotencyKey(key, fingerprint),
                request.fallbackEnabled() == null || request.fallbackEnabled(),
                null,
                request.metadata() == null ? Map.of() : ZavuLabels.checked(request.metadata(), METADATA),
                bytes);
    }

    /** The sender that is named; the default one for null. */
    public SenderChoice sender(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new SenderChoice.Default();
        }
        return ZavuIds.uuid(text.strip())
                .<SenderChoice>map(id -> new SenderChoice.Named(new SenderId(id)))
                .orElseThrow(() -> new RejectedException(new Rejection.NotFound(Rejection.Resource.SENDER, text)));
    }

    private static @Nullable Channel channel(@Nullable String name) {
        if (name == null || name.equals(ZavuNames.AUTOMATIC)) {
            return null;
        }
        return ZavuNames.channel(name).orElseThrow(() -> new WireException(CHANNEL, "is not a channel"));
    }

    /**
     * The channel in whose terms the request is to be read: the address decides, then a type that only other channels have, then what the
     * caller names (contract §3.2). Null leaves it open.
     */
    private static @Nullable Channel medium(Address to, @Nullable Channel named, String type) {
        boolean wordsOnly = named == Channel.EMAIL || named == Channel.VOICE;
        return switch (to) {
            case EmailAddress _ -> Channel.EMAIL;
            case BusinessScopedUserId _ -> Channel.WHATSAPP;
            case PhoneNumber _, ChatId _ -> wordsOnly && !type.equals(PLAIN) ? null : named;
        };
    }

    /** Zavu sends nothing but text by email, so that another type is left for the channel to refuse. */
    private Content email(ZavuSendRequest request, ZavuAttachmentReader.Files files) {
        if (!type(request).equals(PLAIN)) {
            return contents.read(type(request), request.text(), request.content());
        }
        ZavuMembers.check(PLAIN, request.text(), request.content());
        return new Email(
                present(request.subject(), SUBJECT),
                present(request.text(), TEXT),
                request.htmlBody(),
                replyTo(given(request.replyTo())),
                files.attachments());
    }

    /** As an address is written, without what stands around it; what is none is left for the domain to refuse. */
    private static @Nullable String replyTo(@Nullable String text) {
        return text == null ? null : EmailAddress.parse(text).map(EmailAddress::value).orElse(text);
    }

    private Content content(ZavuSendRequest request, @Nullable Channel medium) {
        if (medium == Channel.VOICE) {
            ZavuMembers.check(PLAIN, request.text(), request.content());
            return new Speech(present(request.text(), TEXT), given(request.voiceLanguage()));
        }
        return contents.read(type(request), request.text(), request.content());
    }

    private static String type(ZavuSendRequest request) {
        return request.messageType() == null ? PLAIN : request.messageType();
    }
}
