package io.stele.server.api.zavu;

import io.micronaut.http.HttpRequest;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.Attachment;
import io.stele.core.message.Email;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageLog;
import io.stele.core.project.Mode;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import io.stele.server.http.PublicUrl;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Links to the stored files of emails that work without a key, for a short time (contract §2.1, {@code downloadUrl}).
 *
 * <p>A link names the file and the end of its time, and is signed with the file's own bytes as the key: every node can check
 * it, and only who has the file already could forge it.
 */
@Singleton
final class FileLinks {

    /** What the paths of all links begin with. */
    static final String PATH = "/v1/files/";

    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final String ALGORITHM = "HmacSHA256";
    private static final int UUID_BYTES = 16;
    private static final int SIGNATURE_BYTES = 32;
    private static final int NAMED_BYTES = UUID_BYTES + 1 + Ksuid.BYTES + UUID_BYTES + Long.BYTES;

    private final MessageLog messages;
    private final PublicUrl publicUrl;
    private final InstantSource clock;

    /** A stored file. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; a copy would serve nobody
    record StoredFile(String filename, byte[] bytes) {}

    private record Target(Scope scope, MessageId message, UUID attachment) {}

    FileLinks(MessageLog messages, PublicUrl publicUrl, InstantSource clock) {
        this.messages = messages;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** A link to the file; null when its bytes are nowhere. A file that stands elsewhere has its own link. */
    @Nullable String to(HttpRequest<?> request, Message message, Attachment attachment) {
        if (attachment.link() != null) {
            return attachment.link();
        }
        return messages.attachment(message.scope(), message.id(), attachment.id())
                .map(bytes -> {
                    byte[] named = named(
                            new Target(message.scope(), message.id(), attachment.id()),
                            clock.instant().plus(LIFETIME));
                    byte[] token = ByteBuffer.allocate(NAMED_BYTES + SIGNATURE_BYTES)
                            .put(named)
                            .put(signature(named, bytes))
                            .array();
                    return publicUrl.of(request, PATH + Base64.getUrlEncoder().withoutPadding().encodeToString(token));
                })
                .orElse(null);
    }

    /** The file that the token leads to, when the token is one of ours and its time is not over. */
    Optional<StoredFile> file(String token) {
        return target(token).flatMap(target -> messages.attachment(target.scope(), target.message(), target.attachment())
                .filter(bytes -> isSigned(token, bytes))
                .map(bytes -> new StoredFile(filename(target), bytes)));
    }

    private String filename(Target target) {
        return messages.message(target.scope(), target.message())
                .map(message -> message.content() instanceof Email email ? email.attachments() : List.<Attachment>of())
                .stream()
                .flatMap(List::stream)
                .filter(attachment -> attachment.id().equals(target.attachment()))
                .map(Attachment::filename)
                .findFirst()
                .orElse("file");
    }

    /** What the token names; empty when it is none of ours, or when its time is over. Not checked against its signature. */
    private Optional<Target> target(String token) {
        byte[] decoded = decoded(token);
        if (decoded.length != NAMED_BYTES + SIGNATURE_BYTES) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(decoded);
        ProjectId project = new ProjectId(new UUID(buffer.getLong(), buffer.getLong()));
        Mode mode = buffer.get() == 0 ? Mode.LIVE : Mode.TEST;
        byte[] message = new byte[Ksuid.BYTES];
        buffer.get(message);
        UUID attachment = new UUID(buffer.getLong(), buffer.getLong());
        return clock.instant().toEpochMilli() < buffer.getLong()
                ? Optional.of(new Target(new Scope(project, mode), new MessageId(Ksuid.of(message)), attachment))
                : Optional.empty();
    }

    private static boolean isSigned(String token, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(decoded(token));
        byte[] named = new byte[NAMED_BYTES];
        byte[] signature = new byte[SIGNATURE_BYTES];
        buffer.get(named).get(signature);
        return MessageDigest.isEqual(signature, signature(named, bytes));
    }

    private static byte[] named(Target target, Instant end) {
        UUID project = target.scope().project().value();
        return ByteBuffer.allocate(NAMED_BYTES)
                .putLong(project.getMostSignificantBits())
                .putLong(project.getLeastSignificantBits())
                .put((byte) (target.scope().mode() == Mode.LIVE ? 0 : 1))
                .put(target.message().value().bytes())
                .putLong(target.attachment().getMostSignificantBits())
                .putLong(target.attachment().getLeastSignificantBits())
                .putLong(end.toEpochMilli())
                .array();
    }

    private static byte[] signature(byte[] named, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(MessageDigest.getInstance("SHA-256").digest(bytes), ALGORITHM));
            return mac.doFinal(named);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static byte[] decoded(String token) {
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
