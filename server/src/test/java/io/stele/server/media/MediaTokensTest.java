package io.stele.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.identity.Ksuid;
import io.stele.core.media.MediaId;
import io.stele.core.project.Mode;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import io.stele.core.time.SettableClock;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tokens name files, for as long as they are good. */
class MediaTokensTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private final SettableClock clock = new SettableClock(NOW);
    private final MediaTokens tokens = new MediaTokens(bytes -> keyed(1, bytes), clock);

    private static byte[] keyed(int key, byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) key);
            return digest.digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MediaTokens.Named named(Mode mode, Instant until) {
        return new MediaTokens.Named(
                new Scope(new ProjectId(UUID.fromString("7d0f6f2e-0a56-4a43-9a8e-0d7b5f3f9a11")), mode),
                new MediaId(new Ksuid(1, 2, 3)),
                until);
    }

    @ParameterizedTest
    @EnumSource
    void aTokenNamesTheFile(Mode mode) {
        MediaTokens.Named named = named(mode, NOW.plusSeconds(60));

        assertThat(tokens.named(tokens.token(named))).contains(named);
    }

    @Test
    void aTokenIsGoodUntilItsEnd() {
        String token = tokens.token(named(Mode.LIVE, NOW.plusSeconds(60)));

        clock.set(NOW.plusMillis(59_999));
        assertThat(tokens.named(token)).isPresent();
        clock.set(NOW.plusSeconds(60));
        assertThat(tokens.named(token)).isEmpty();
    }

    @Test
    void aTokenWithoutAnEndIsGoodForEver() {
        MediaTokens.Named named = named(Mode.LIVE, null);
        String token = tokens.token(named);

        clock.set(NOW.plus(Duration.ofDays(36_500)));

        assertThat(tokens.named(token)).contains(named);
    }

    @Test
    void aTokenOfAnotherServerIsNone() {
        MediaTokens other = new MediaTokens(bytes -> keyed(2, bytes), clock);

        assertThat(other.named(tokens.token(named(Mode.LIVE, null)))).isEmpty();
        assertThat(other.named("")).isEmpty();
        assertThat(other.named("*")).isEmpty();
    }
}
