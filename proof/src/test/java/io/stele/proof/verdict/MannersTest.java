package io.stele.proof.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.proof.verdict.Sending.Answered;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MannersTest {

    @ParameterizedTest
    @CsvSource({"429, 1, 0", "503, 1, 0", "429, '', 1", "503, '', 1", "500, 1, 1", "0, '', 1", "404, 1, 1"})
    void onlyBusyWithATimeToWaitIsARefusalInGoodForm(int status, String retryAfter, int violations) {
        Ledgers ledgers = new Ledgers();
        ledgers.sendings.add(Ledgers.sending(
                "three", 3, "key", new Answered(Ledgers.at(3), status, "", true, retryAfter, "")));

        assertThat(Manners.violations(ledgers.evidence())).hasSize(violations);
    }
}
