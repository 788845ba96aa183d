package io.stele.server.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.stele.core.time.SettableClock;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultLogTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final LoggerContext context = new LoggerContext();
    private final Logger logger = context.getLogger("test");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final FaultLog log = new FaultLog(logger, "Delivering", clock);

    @BeforeEach
    void listen() {
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
    }

    @Test
    void tellsTheKindsOfFaultAndTheSqlState() {
        log.accept(new IllegalStateException("outer", new SQLException("inner", "23505")));

        assertThat(lines()).containsExactly("Delivering failed and goes on: IllegalStateException, caused by SQLException 23505");
    }

    @Test
    void neverTellsAMessageInWhichADatabaseMayQuoteARow() {
        log.accept(new SQLException("Key (address)=(+15550100042) already exists"));

        assertThat(lines()).singleElement().asString().doesNotContain("+15550100042");
    }

    @Test
    void tellsTheSameFaultOnceAMinute() {
        log.accept(new IllegalStateException("one"));
        log.accept(new IllegalStateException("two"));
        clock.advance(Duration.ofMinutes(1));
        log.accept(new IllegalStateException("three"));

        assertThat(lines()).hasSize(2);
    }

    @Test
    void tellsAnotherFaultAtOnce() {
        log.accept(new IllegalStateException("one"));
        log.accept(new IllegalArgumentException("two"));

        assertThat(lines()).hasSize(2);
    }

    @Test
    void tellsTwoFaultsThatTakeTurnsOnceEach() {
        for (int i = 0; i < 10; i++) {
            log.accept(new IllegalStateException());
            log.accept(new IllegalArgumentException());
        }

        assertThat(lines()).hasSize(2);
    }

    private List<String> lines() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
