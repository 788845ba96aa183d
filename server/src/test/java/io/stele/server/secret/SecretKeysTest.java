package io.stele.server.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretKeysTest {

    private static final SecretKey OLD = SecretKey.generate();
    private static final SecretKey NEW = SecretKey.generate();

    @Test
    void aSealedSecretOpensAgain() {
        SecretKeys keys = new SecretKeys(List.of(NEW));
        assertThat(keys.open("here", keys.seal("here", "wörd"))).contains("wörd");
    }

    @Test
    void aSealedSecretDoesNotShowTheSecretAndIsNeverTheSameTwice() {
        SecretKeys keys = new SecretKeys(List.of(NEW));
        String sealed = keys.seal("here", "a-secret-word");
        assertThat(sealed).doesNotContain("secret").isNotEqualTo(keys.seal("here", "a-secret-word"));
    }

    @Test
    void aSealedSecretOpensInItsPlaceOnly() {
        SecretKeys keys = new SecretKeys(List.of(NEW));
        assertThat(keys.open("there", keys.seal("here", "word"))).isEmpty();
    }

    @Test
    void whatAnOlderKeySealedOpensAsLongAsTheKeyIsThere() {
        String sealed = new SecretKeys(List.of(OLD)).seal("here", "word");
        assertThat(new SecretKeys(List.of(NEW, OLD)).open("here", sealed)).contains("word");
        assertThat(new SecretKeys(List.of(NEW)).open("here", sealed)).isEmpty();
    }

    @Test
    void theFirstKeySeals() {
        SecretKeys keys = new SecretKeys(List.of(NEW, OLD));
        assertThat(SecretKeys.keyId(keys.seal("here", "word"))).isEqualTo(NEW.id());
        assertThat(keys.has(OLD.id())).isTrue();
        assertThat(new SecretKeys(List.of(NEW)).has(OLD.id())).isFalse();
    }

    @Test
    void whatWasChangedDoesNotOpen() {
        SecretKeys keys = new SecretKeys(List.of(NEW));
        String sealed = keys.seal("here", "word");
        char last = sealed.charAt(sealed.length() - 3);
        String changed = sealed.substring(0, sealed.length() - 3) + (last == 'A' ? 'B' : 'A') + sealed.substring(sealed.length() - 2);
        assertThat(keys.open("here", changed)).isEmpty();
        for (String junk : List.of("", ".", "x", NEW.id() + ".", NEW.id() + ".AAAA", NEW.id() + ".%%%")) {
            assertThat(keys.open("here", junk)).as(junk).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00112233445566778899aabbccddeeff00112233445566778899AABBCCDDEEFF",
                "ABEiM0RVZneImaq7zN3u/wARIjNEVWZ3iJmqu8zd7v8=",
                "ABEiM0RVZneImaq7zN3u_wARIjNEVWZ3iJmqu8zd7v8"
            })
    void aKeyIsReadInHexadecimalAndInBase64(String text) {
        assertThat(SecretKey.parse(text).map(SecretKey::text)).contains("ABEiM0RVZneImaq7zN3u/wARIjNEVWZ3iJmqu8zd7v8=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "AAAA", "0011", "ABEiM0RVZneImaq7zN3u/wARIjNEVWZ3iJmqu8zd7v8AAAA="})
    void whatIsNoKeyIsNotRead(String text) {
        assertThat(SecretKey.parse(text)).isEmpty();
    }

    @Test
    void aKeyDoesNotShowItself() {
        assertThat(NEW.toString()).doesNotContain(NEW.text());
    }

    @Test
    void theFileIsMadeOnceAndBelongsToItsOwner(@TempDir Path directory) throws IOException {
        Path data = directory.resolve("data");
        SecretKey made = SecretKeyFile.in(data);
        assertThat(SecretKeyFile.in(data).text()).isEqualTo(made.text());
        try (var files = Files.list(data)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("secret.key");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secret.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void ofSeveralThatMakeTheFileAtOnceAllGetTheSameKey(@TempDir Path directory) throws Exception {
        Set<String> keys = ConcurrentHashMap.newKeySet();
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                threads.submit(() -> keys.add(SecretKeyFile.in(directory).text()));
            }
        }
        assertThat(keys).hasSize(1);
    }

    @Test
    void aFileThatHoldsNoKeyIsRefused(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("secret.key"), "nothing");
        assertThatThrownBy(() -> SecretKeyFile.in(directory)).isInstanceOf(IOException.class).hasMessageContaining("secret.key");
    }
}
