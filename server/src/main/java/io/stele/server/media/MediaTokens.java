package io.stele.server.media;

import io.stele.core.identity.Ksuid;
import io.stele.core.media.MediaId;
import io.stele.core.project.Mode;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import io.stele.server.http.SignedTokens;
import io.stele.server.store.secret.ServerSecret;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Names of files that people sent, which stand in for a key: for a while, or for as long as the file is kept. */
@Singleton
public final class MediaTokens {

    private static final int UUID_BYTES = 16;
    private static final int NAMED_BYTES = UUID_BYTES + 1 + Ksuid.BYTES + Long.BYTES;
    private static final long NEVER = Long.MAX_VALUE;

    private final SignedTokens tokens;
    private final InstantSource clock;

    /**
     * A file.
     *
     * @param until when the token is no longer good; null for never
     */
    public record Named(Scope scope, MediaId id, @Nullable Instant until) {}

    @Inject
    MediaTokens(ServerSecret secret, InstantSource clock) {
        this(named -> secret.sign("links to media", named), clock);
    }

    /** @param signature makes 32 bytes of what is signed, the same on every node */
    MediaTokens(UnaryOperator<byte[]> signature, InstantSource clock) {
        this.tokens = new SignedTokens(NAMED_BYTES, signature);
        this.clock = clock;
    }

    /** A token for the file; fit for a URL. */
    public String token(Named named) {
        UUID project = named.scope().project().value();
        Instant until = named.until();
        return tokens.of(ByteBuffer.allocate(NAMED_BYTES)
                .putLong(project.getMostSignificantBits())
                .putLong(project.getLeastSignificantBits())
                .put((byte) (named.scope().mode() == Mode.LIVE ? 0 : 1))
                .put(named.id().value().bytes())
                .putLong(until == null ? NEVER : until.toEpochMilli())
                .array());
    }

    /** The file that the token names, when it is one of ours and its time is not over. */
    public Optional<Named> named(String token) {
        return tokens.named(token).map(ByteBuffer::wrap).flatMap(this::read);
    }

    private Optional<Named> read(ByteBuffer named) {
        ProjectId project = new ProjectId(new UUID(named.getLong(), named.getLong()));
        Mode mode = named.get() == 0 ? Mode.LIVE : Mode.TEST;
        byte[] id = new byte[Ksuid.BYTES];
        named.get(id);
        long end = named.getLong();
        return clock.instant().toEpochMilli() < end
                ? Optional.of(new Named(
                        new Scope(project, mode),
                        new MediaId(Ksuid.of(id)),
                        end == NEVER ? null : Instant.ofEpochMilli(end)))
                : Optional.empty();
    }
}
