package io.stele.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.EndpointId;
import io.stele.core.identity.Ksuid;
import io.stele.core.project.Mode;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversationTest {

    private static final Instant LAST = Instant.parse("2026-03-02T08:15:00Z");
    private static final UUID ID = new UUID(0, 1);

    @Test
    void isActiveUntilADayOfSilence() {
        Conversation conversation = conversation(null);
        Instant silent = Instant.parse("2026-03-03T08:15:00Z");

        assertThat(conversation.isActiveAt(LAST)).isTrue();
        assertThat(conversation.isActiveAt(silent.minusMillis(1))).isTrue();
        assertThat(conversation.isActiveAt(silent)).isFalse();
    }

    @Test
    void isNotActiveOnceEnded() {
        assertThat(conversation(LAST.plusSeconds(1)).isActiveAt(LAST.plusSeconds(2))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 1.0", "3, 1, 4, 0.75", "0, 2, 2, 0.0", "5, 0, 5, 1.0"})
    void aCorrespondenceKnowsItsShareOfSuccess(int delivered, int failed, int attempts, double rate) {
        Correspondence correspondence = new Correspondence(
                ID,
                new EndpointId(new Ksuid(1, 2, 3)),
                new PhoneNumber("+34600111222"),
                ID,
                ID,
                null,
                null,
                delivered,
                failed);

        assertThat(correspondence.attempts()).isEqualTo(attempts);
        assertThat(correspondence.successRate()).isEqualTo(rate);
    }

    private static Conversation conversation(Instant endedAt) {
        return new Conversation(
                ID,
                new Scope(new ProjectId(ID), Mode.LIVE),
                new EndpointId(new Ksuid(1, 2, 3)),
                new PhoneNumber("+34600111222"),
                ID,
                null,
                null,
                LAST,
                LAST,
                LAST,
                endedAt,
                null,
                null,
                1,
                null);
    }
}
