package io.stele.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusTest {

    @Test
    void theConstantsStandInTheOrderOfProgress() {
        assertThat(Status.values())
                .containsExactly(
                        Status.HELD,
                        Status.QUEUED,
                        Status.SENDING,
                        Status.SENT,
                        Status.FAILED,
                        Status.DELIVERED,
                        Status.READ,
                        Status.RECEIVED);
    }

    @ParameterizedTest
    @CsvSource({
        "QUEUED, SENDING",
        "SENDING, SENT",
        "SENT, DELIVERED",
        "DELIVERED, READ",
        "SENT, READ",
        "SENT, FAILED",
        "FAILED, DELIVERED",
        "FAILED, READ"
    })
    void aLaterReportOutranksAnEarlierOne(Status earlier, Status later) {
        assertThat(later).isGreaterThan(earlier);
    }
}
