package io.stele.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.identity.Ksuid;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServiceWindowTest {

    private static final Instant OPENED = Instant.parse("2026-03-02T08:15:00Z");
    private static final ServiceWindow WINDOW =
            new ServiceWindow(new Ksuid(1, 2, 3), OPENED, OPENED.plus(ServiceWindow.LENGTH));

    @Test
    void isOpenForADayAndClosedFromThenOn() {
        Instant end = Instant.parse("2026-03-03T08:15:00Z");

        assertThat(WINDOW.isOpenAt(OPENED)).isTrue();
        assertThat(WINDOW.isOpenAt(end.minusMillis(1))).isTrue();
        assertThat(WINDOW.isOpenAt(end)).isFalse();
        assertThat(WINDOW.isOpenAt(end.plusMillis(1))).isFalse();
    }

    @Test
    void aFurtherMessageExtendsIt() {
        Instant message = OPENED.plus(Duration.ofHours(5));

        assertThat(WINDOW.extendedBy(message))
                .isEqualTo(new ServiceWindow(WINDOW.id(), OPENED, message.plus(Duration.ofHours(24))));
    }

    @Test
    void aMessageThatIsOlderThanTheLastChangesNothing() {
        assertThat(WINDOW.extendedBy(OPENED.minusSeconds(1))).isEqualTo(WINDOW);
        assertThat(WINDOW.extendedBy(OPENED)).isEqualTo(WINDOW);
    }
}
