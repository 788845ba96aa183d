package io.stele.server.api.zavu;

import io.micronaut.http.HttpRequest;
import io.stele.core.message.Attachment;
import io.stele.core.message.Email;
import io.stele.core.message.Message;
import io.stele.core.message.MessageLog;
import io.stele.core.project.Principal;
import io.stele.server.http.PublicUrl;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Links to the stored files of emails that work without a key, for a short time (contract §2.1, {@code downloadUrl}). */
@Singleton
final class FileLinks {

    /** What the paths of all links begin with. */
    static final String PATH = "/v1/files/";

    private final MessageLog messages;
    private final FileTokens tokens;
    private final PublicUrl publicUrl;

    /** A stored file. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; a copy would serve nobody
    record StoredFile(String filename, byte[] bytes) {}

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

    /** What is stored of the file; empty when that is nothing. */
    Optional<StoredFile> read(FileTokens.File file) {
        return messages.attachment(file.scope(), file.message(), file.attachment())
                .map(bytes -> new StoredFile(filename(file), bytes));
    }

    private String filename(FileTokens.File file) {
        return messages.message(file.scope(), file.message())
                .map(message -> message.content() instanceof Email email ? email.attachments() : List.<Attachment>of())
                .stream()
                .flatMap(List::stream)
                .filter(attachment -> attachment.id().equals(file.attachment()))
                .map(Attachment::filename)
                .findFirst()
                .orElse("file");
    }
}
