package io.stele.adapters.connector.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class MetaSignatureTest {

    /** RFC 4231, test case 2. */
    private static final String KEY = "Jefe";

    private static final byte[] DATA = "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8);
    private static final String DIGEST = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    @Test
    void isTheHmacInHexadecimal() {
        assertThat(MetaSignature.of(KEY, DATA)).isEqualTo("sha256=" + DIGEST);
        assertThat(MetaSignature.isValid(List.of(KEY), DATA, "sha256=" + DIGEST)).isTrue();
    }

    @Test
    void holdsForAnyOfTheSecrets() {
        assertThat(MetaSignature.isValid(List.of("old", KEY), DATA, "sha256=" + DIGEST)).isTrue();
        assertThat(MetaSignature.isValid(List.of(KEY, "new"), DATA, "sha256=" + DIGEST)).isTrue();
        assertThat(MetaSignature.isValid(List.of("old", "new"), DATA, "sha256=" + DIGEST)).isFalse();
    }

    @Test
    void doesNotHoldForOtherBytes() {
        byte[] other = DATA.clone();
        other[0] ^= 1;

        assertThat(MetaSignature.isValid(List.of(KEY), other, "sha256=" + DIGEST)).isFalse();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "sha256=",
                DIGEST,
                "sha1=" + DIGEST,
                "sha256=" + DIGEST + "00",
                "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec38",
                "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec384",
                "sha256=zzdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3842"
            })
    void isNotWhatLooksLikeIt(String header) {
        assertThat(MetaSignature.isValid(List.of(KEY), DATA, header)).isFalse();
    }

    @Test
    void needsASecret() {
        assertThat(MetaSignature.isValid(List.of(), DATA, "sha256=" + DIGEST)).isFalse();
        assertThat(MetaSignature.isValid(List.of(""), DATA, "sha256=" + DIGEST)).isFalse();
        assertThat(MetaSignature.isValid(List.of(""), DATA, null)).isFalse();
    }
}
