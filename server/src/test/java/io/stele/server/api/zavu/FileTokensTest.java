package io.stele.server.api.zavu;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.identity.Ksuid;
import io.stele.core.message.MessageId;
import io.stele.core.project.Mode;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import io.stele.core.time.SettableClock;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTokensTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:15:00Z");
    private static final FileTokens.File FILE = file(Mode.LIVE);

    private final SettableClock clock = new SettableClock(NOW);
    private final FileTokens tokens = new FileTokens(named -> signature(named, 1), clock);

    private static FileTokens.File file(Mode mode) {
        return new FileTokens.File(
                new Scope(new ProjectId(new UUID(1, 2)), mode),
                new MessageId(new Ksuid(3, 4, 5)),
                new UUID(6, 7),
                new UUID(8, 9));
    }

    /** Not what the server signs with, but as long and as sensitive to each bit. */
    private static byte[] signature(byte[] named, int secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) secret);
            return digest.digest(named);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<FileTokens.File> files() {
        return List.of(FILE, file(Mode.TEST));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aTokenNamesItsFile(FileTokens.File file) {
        assertThat(tokens.token(file)).matches("[A-Za-z0-9_-]+");
        assertThat(tokens.file(tokens.token(file))).contains(file);
    }

    @Test
    void aTokenIsGoodForAQuarterOfAnHour() {
        String token = tokens.token(FILE);

        clock.set(NOW.plus(Duration.ofMinutes(15)).minusMillis(1));
        assertThat(tokens.file(token)).contains(FILE);
        clock.set(NOW.plus(Duration.ofMinutes(15)));
        assertThat(tokens.file(token)).isEmpty();
    }

    @Test
    void noByteOfATokenCanBeChanged() {
        byte[] token = Base64.getUrlDecoder().decode(tokens.token(FILE));
        for (int i = 0; i < token.length; i++) {
            byte[] changed = token.clone();
            changed[i] ^= 1;
            assertThat(tokens.file(Base64.getUrlEncoder().withoutPadding().encodeToString(changed)))
                    .as("byte %d", i)
                    .isEmpty();
        }
    }

    @Test
    void whoHasAnotherSecretCannotMakeOne() {
        FileTokens foreign = new FileTokens(named -> signature(named, 2), clock);

        assertThat(tokens.file(foreign.token(FILE))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%%", "AAAA", "0123456789abcdefghijklmnopqrstuv"})
    void anythingElseNamesNothing(String token) {
        assertThat(tokens.file(token)).isEmpty();
    }
}
