package io.stele.server.api.zavu;

import io.stele.core.identity.Ksuid;
import io.stele.core.message.MessageId;
import io.stele.core.project.Mode;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import io.stele.server.http.SignedTokens;
import io.stele.server.store.secret.ServerSecret;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Names of stored files that stand in for a key, for a short time: a token names the file, who asked for it and the end of its
 * time, and is signed with a key that only the nodes of this server have. Nothing needs to be looked up to see that one is forged.
 */
@Singleton
final class FileTokens {

    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final int UUID_BYTES = 16;
    private static final int NAMED_BYTES = UUID_BYTES + 1 + Ksuid.BYTES + UUID_BYTES + UUID_BYTES + Long.BYTES;

    private final SignedTokens tokens;
    private final InstantSource clock;

    /**
     * A file of a message.
     *
     * @param key the id of the API key that asked for it
     */
    record File(Scope scope, MessageId message, UUID attachment, UUID key) {}

    @Inject
    FileTokens(ServerSecret secret, InstantSource clock) {
        this(named -> secret.sign("links to files", named), clock);
    }

    /** @param signature makes 32 bytes of what is signed, the same on every node */
    FileTokens(UnaryOperator<byte[]> signature, InstantSource clock) {
        this.tokens = new SignedTokens(NAMED_BYTES, signature);
        this.clock = clock;
    }

    /** A token that is good for a quarter of an hour; fit for a URL. */
    String token(File file) {
        return tokens.of(named(file, clock.instant().plus(LIFETIME).toEpochMilli()));
    }

    /** The file that the token names, when it is one of ours and its time is not over. */
    Optional<File> file(String token) {
        return tokens.named(token).flatMap(named -> read(ByteBuffer.wrap(named)));
    }

    private Optional<File> read(ByteBuffer named) {
        ProjectId project = new ProjectId(uuid(named));
        Mode mode = named.get() == 0 ? Mode.LIVE : Mode.TEST;
        byte[] message = new byte[Ksuid.BYTES];
        named.get(message);
        File file = new File(new Scope(project, mode), new MessageId(Ksuid.of(message)), uuid(named), uuid(named));
        return clock.instant().toEpochMilli() < named.getLong() ? Optional.of(file) : Optional.empty();
    }

    private static byte[] named(File file, long end) {
        ByteBuffer named = ByteBuffer.allocate(NAMED_BYTES);
        put(named, file.scope().project().value());
        named.put((byte) (file.scope().mode() == Mode.LIVE ? 0 : 1));
        named.put(file.message().value().bytes());
        put(named, file.attachment());
        put(named, file.key());
        return named.putLong(end).array();
    }

    private static void put(ByteBuffer buffer, UUID id) {
        buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID uuid(ByteBuffer buffer) {
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
