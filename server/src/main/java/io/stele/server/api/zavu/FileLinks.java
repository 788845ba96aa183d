package io.stele.server.api.zavu;

import io.micronaut.http.HttpRequest;
import io.stele.core.message.Attachment;
import io.stele.core.message.Email;
import io.stele.core.message.Message;
import io.stele.core.message.MessageLog;
import io.stele.core.project.Principal;
import io.stele.server.http.PublicUrl;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Links to the stored files of emails that work without a key, for a short time (contract §2.1, {@code downloadUrl}). */
@Singleton
final class FileLinks {

    /** What the paths of all links begin with. */
    static final String PATH = "/v1/files/";

    private final MessageLog messages;
    private final FileTokens tokens;
    private final PublicUrl publicUrl;

    FileLinks(MessageLog messages, FileTokens tokens, PublicUrl publicUrl) {
        this.messages = messages;
        this.tokens = tokens;
        this.publicUrl = publicUrl;
    }

    /** A link to the file for whoever asks. A file that stands elsewhere has its own link. */
    String to(HttpRequest<?> request, Principal asking, Message message, Attachment attachment) {
        String link = attachment.link();
        return link != null
                ? link
                : publicUrl.of(
                        request,
                        PATH + tokens.token(new FileTokens.File(
                                message.scope(), message.id(), attachment.id(), asking.keyId())));
    }

    /** A file that is stored, since then. */
    record StoredFile(Attachment attachment, Instant since) {}

    /** What is known of the file; empty when it is not stored here. */
    Optional<StoredFile> find(FileTokens.File file) {
        return messages.message(file.scope(), file.message())
                .flatMap(message -> attachments(message)
                        .filter(attachment -> attachment.id().equals(file.attachment()) && attachment.link() == null)
                        .findFirst()
                        .map(attachment -> new StoredFile(attachment, message.createdAt())));
    }

    /** All of it; empty when it is not stored here. */
    Optional<byte[]> bytes(FileTokens.File file) {
        return messages.attachment(file.scope(), file.message(), file.attachment());
    }

    private static Stream<Attachment> attachments(Message message) {
        return message.content() instanceof Email email ? email.attachments().stream() : Stream.empty();
    }
}
