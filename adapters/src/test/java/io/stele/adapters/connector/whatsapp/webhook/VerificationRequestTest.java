package io.stele.adapters.connector.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerificationRequestTest {

    private static final List<String> TOKENS = List.of("old-token", "token");

    @ParameterizedTest
    @CsvSource({"token", "old-token"})
    void isAnsweredWithTheChallenge(String token) {
        assertThat(new VerificationRequest("subscribe", token, "1158201444").answer(TOKENS)).contains("1158201444");
    }

    @ParameterizedTest
    @CsvSource({
        "subscribe, tokens, 1",
        "subscribe, toke, 1",
        "subscribe, '', 1",
        "subscribe, , 1",
        "unsubscribe, token, 1",
        ", token, 1",
        "subscribe, token, ",
        "subscribe, token, ''",
        "subscribe, token, <script>",
        "subscribe, token, 'a b'"
    })
    void isRefused(@Nullable String mode, @Nullable String token, @Nullable String challenge) {
        assertThat(new VerificationRequest(mode, token, challenge).answer(TOKENS)).isEmpty();
    }

    @Test
    void isRefusedWhereNoTokenIsSet() {
        assertThat(new VerificationRequest("subscribe", "", "1").answer(List.of(""))).isEmpty();
        assertThat(new VerificationRequest("subscribe", null, "1").answer(List.of(""))).isEmpty();
        assertThat(new VerificationRequest("subscribe", "token", "1").answer(List.of())).isEmpty();
    }

    @Test
    void doesNotShowItsToken() {
        assertThat(new VerificationRequest("subscribe", "token", "1")).asString().doesNotContain("token");
    }
}
