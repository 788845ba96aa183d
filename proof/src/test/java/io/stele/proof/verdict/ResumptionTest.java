package io.stele.proof.verdict;

import static io.stele.proof.verdict.Ledgers.arrival;
import static io.stele.proof.verdict.Ledgers.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.stele.proof.verdict.Findings.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResumptionTest {

    private final Ledgers ledgers = new Ledgers();

    private Resumption afterAKillAt(Instant kill) {
        return Resumption.of(ledgers.evidence(), List.of(kill));
    }

    @Test
    void whatArrivedBeforeTheKillTookNoTime() {
        assertThat(afterAKillAt(at(30))).isEqualTo(new Resumption(Duration.ZERO, Duration.ofSeconds(2), 0, Duration.ZERO));
    }

    @Test
    void whatArrivesSoonIsMeasured() {
        ledgers.arrivals.set(1, arrival("two", 14, "wamid-two"));

        Resumption resumption = afterAKillAt(at(3));

        assertThat(resumption.longest()).isEqualTo(Duration.ofSeconds(11));
        assertThat(resumption.violations()).isEmpty();
    }

    @Test
    void whatArrivesLateIsAViolation() {
        ledgers.arrivals.set(1, arrival("two", 20, "wamid-two"));

        assertThat(afterAKillAt(at(3)).violations())
                .extracting(Violation::rule)
                .containsExactly("a lost node's work was resumed late", "a message waited for a lost node");
    }

    @Test
    void whatIsStoredAfterTheKillMayNotWaitEither() {
        ledgers.arrivals.set(1, arrival("two", 20, "wamid-two"));

        assertThat(afterAKillAt(at(-1)).violations())
                .extracting(Violation::rule)
                .containsExactly("a message waited for a lost node");
    }

    @Test
    void whatWasInDoubtIsToldOfApart() {
        ledgers.arrivals.set(1, arrival("two", 74, "wamid-two"));

        Resumption resumption = afterAKillAt(at(3));

        assertThat(resumption).isEqualTo(new Resumption(Duration.ZERO, Duration.ofSeconds(1), 1, Duration.ofSeconds(71)));
        assertThat(resumption.violations()).isEmpty();
    }

    @Test
    void whatWasInDoubtForTooLongIsAViolation() {
        ledgers.arrivals.set(1, arrival("two", 100, "wamid-two"));

        assertThat(afterAKillAt(at(3)).violations()).hasSize(1);
    }
}
