package io.stele.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiKeyTest {

    @ParameterizedTest
    @CsvSource({
        "ZAVU, LIVE, zv_live_",
        "ZAVU, TEST, zv_test_",
        "KAPSO, LIVE, kp_",
        "CHIRP_ADMIN, LIVE, sk_admin_",
        "CHIRP_APP, LIVE, sk_live_app_",
        "CHIRP_APP, TEST, sk_test_app_"
    })
    void aKeyOfAKindBeginsAsItsClientsExpect(KeyKind kind, Mode mode, String prefix) {
        assertThat(ApiKey.prefix(kind, mode)).isEqualTo(prefix);
        assertThat(ApiKey.generate(prefix).value()).matches(prefix + "[0-9A-Za-z]{43}");
    }

    @Test
    void noTwoKeysAreTheSame() {
        Set<ApiKey> keys = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            keys.add(ApiKey.generate("kp_"));
        }

        assertThat(keys).hasSize(1_000);
    }

    @Test
    void theHashIsSha256InHexadecimal() {
        assertThat(new ApiKey("abc").hash())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void aKeyNeverPrintsItself() {
        ApiKey key = ApiKey.generate("kp_");

        assertThat(key.toString()).doesNotContain(key.value()).doesNotContain(key.value().substring(3, 8));
    }

    @Test
    void aPrincipalReachesItsOwnMode() {
        ProjectId project = new ProjectId(new UUID(0, 1));

        assertThat(new Principal(new UUID(0, 2), project, Mode.TEST, KeyKind.ZAVU, null).scope())
                .isEqualTo(new Scope(project, Mode.TEST));
    }
}
