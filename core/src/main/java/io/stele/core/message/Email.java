package io.stele.core.message;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** What is shown where an email has no form: its text, else its HTML, else its subject; empty when it has none of them. */
    public Optional<String> words() {
        return Stream.of(text, html, subject).flatMap(Stream::ofNullable).findFirst();
    }
}
