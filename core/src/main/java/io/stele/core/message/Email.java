package io.stele.core.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An email. At least one of text and HTML is there.
 *
 * @param replyTo where answers go, when not to the sender
 */
public record Email(
        @Nullable String subject,
        @Nullable String text,
        @Nullable String html,
        @Nullable String replyTo,
        List<Attachment> attachments)
        implements Content {

    public Email {
        attachments = List.copyOf(attachments);
    }
}
