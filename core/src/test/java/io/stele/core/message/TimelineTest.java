package io.stele.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TimelineTest {

    private static final Instant T0 = Instant.parse("2026-03-02T08:15:00Z");
    private static final Instant T1 = T0.plusSeconds(1);
    private static final Instant T2 = T0.plusSeconds(2);

    @ParameterizedTest
    @MethodSource
    void aReportSetsItsMomentAndThoseThatItImplies(Status status, Timeline expected) {
        assertThat(Timeline.queued(T0).reached(status, T1)).isEqualTo(expected);
    }

    static Stream<Arguments> aReportSetsItsMomentAndThoseThatItImplies() {
        return Stream.of(
                Arguments.of(Status.HELD, Timeline.queued(T0)),
                Arguments.of(Status.QUEUED, Timeline.queued(T0)),
                Arguments.of(Status.SENDING, Timeline.queued(T0)),
                Arguments.of(Status.SENT, new Timeline(T0, T1, null, null, null)),
                Arguments.of(Status.DELIVERED, new Timeline(T0, T1, T1, null, null)),
                Arguments.of(Status.READ, new Timeline(T0, T1, T1, T1, null)),
                Arguments.of(Status.FAILED, new Timeline(T0, null, null, null, T1)),
                Arguments.of(Status.RECEIVED, Timeline.queued(T0)));
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void aRepeatedReportMovesNothing(Status status) {
        Timeline once = Timeline.EMPTY.reached(status, T1);

        assertThat(once.reached(status, T2)).isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource
    void lateReportsFillOnlyWhatIsMissing(List<Status> reports, Timeline expected) {
        Timeline timeline = Timeline.EMPTY;
        Instant at = T0;
        for (Status report : reports) {
            timeline = timeline.reached(report, at);
            at = at.plusSeconds(1);
        }

        assertThat(timeline).isEqualTo(expected);
    }

    static Stream<Arguments> lateReportsFillOnlyWhatIsMissing() {
        return Stream.of(
                Arguments.of(List.of(Status.READ, Status.DELIVERED, Status.SENT), new Timeline(null, T0, T0, T0, null)),
                Arguments.of(List.of(Status.DELIVERED, Status.SENT, Status.READ), new Timeline(null, T0, T0, T2, null)),
                Arguments.of(List.of(Status.FAILED, Status.DELIVERED), new Timeline(null, T1, T1, null, T0)),
                Arguments.of(List.of(Status.SENT, Status.FAILED, Status.READ), new Timeline(null, T0, T2, T2, T1)));
    }

    @Property
    void noReportEverUndoesAMoment(@ForAll List<Status> reports) {
        Timeline timeline = Timeline.queued(T0);
        Instant at = T0;
        for (Status report : reports) {
            at = at.plusSeconds(1);
            Timeline next = timeline.reached(report, at);
            assertKept(timeline.queuedAt(), next.queuedAt());
            assertKept(timeline.sentAt(), next.sentAt());
            assertKept(timeline.deliveredAt(), next.deliveredAt());
            assertKept(timeline.readAt(), next.readAt());
            assertKept(timeline.failedAt(), next.failedAt());
            timeline = next;
        }
    }

    private static void assertKept(Instant before, Instant after) {
        if (before != null) {
            assertThat(after).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource
    void aTimelineUpToAStepKnowsNothingLater(Status status, Timeline expected) {
        Timeline whole = new Timeline(T0, T1, T2, T2, T2);

        assertThat(whole.upTo(status)).isEqualTo(expected);
    }

    static Stream<Arguments> aTimelineUpToAStepKnowsNothingLater() {
        return Stream.of(
                Arguments.of(Status.QUEUED, Timeline.queued(T0)),
                Arguments.of(Status.SENDING, Timeline.queued(T0)),
                Arguments.of(Status.SENT, new Timeline(T0, T1, null, null, null)),
                Arguments.of(Status.FAILED, new Timeline(T0, T1, null, null, T2)),
                Arguments.of(Status.DELIVERED, new Timeline(T0, T1, T2, null, T2)),
                Arguments.of(Status.READ, new Timeline(T0, T1, T2, T2, T2)));
    }
}
