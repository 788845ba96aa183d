package io.stele.adapters.zavu;

import io.stele.contracts.zavu.ZavuEmailAttachment;
import io.stele.contracts.zavu.ZavuSendRequest;
import io.stele.core.intake.AttachmentBytes;
import io.stele.core.intake.Draft;
import io.stele.core.message.Attachment;
import io.stele.core.message.Email;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the request that asks for a draft: {@link ZavuDraftReader} the other way round. */
@Singleton
public final class ZavuDraftWriter {

    private final ZavuContentWriter contents;
    private final ZavuSendMapper mapper;

    ZavuDraftWriter(ZavuContentWriter contents, ZavuSendMapper mapper) {
        this.contents = contents;
        this.mapper = mapper;
    }

    /** The request. An idempotency key goes with it; its fingerprint does not. */
    public ZavuSendRequest write(Draft draft) {
        return mapper.toWire(draft, contents.write(draft.content()), files(draft));
    }

    private static @Nullable List<ZavuEmailAttachment> files(Draft draft) {
        if (!(draft.content() instanceof Email email) || email.attachments().isEmpty()) {
            return null;
        }
        return email.attachments().stream()
                .map(attachment -> new ZavuEmailAttachment(
                        attachment.filename(),
                        content(attachment, draft.attachments()),
                        attachment.link(),
                        attachment.mimeType(),
                        attachment.contentId()))
                .toList();
    }

    private static @Nullable String content(Attachment attachment, List<AttachmentBytes> bytes) {
        return bytes.stream()
                .filter(each -> each.id().equals(attachment.id()))
                .findFirst()
                .map(each -> Base64.getEncoder().encodeToString(each.bytes()))
                .orElse(null);
    }
}
