package io.stele.proof.verdict;

import static io.stele.proof.verdict.Ledgers.arrival;
import static io.stele.proof.verdict.Ledgers.at;
import static io.stele.proof.verdict.Ledgers.good;
import static io.stele.proof.verdict.Ledgers.hearing;
import static io.stele.proof.verdict.Ledgers.refused;
import static io.stele.proof.verdict.Ledgers.sending;
import static io.stele.proof.verdict.Ledgers.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.stele.proof.verdict.Evidence.Arrival;
import io.stele.proof.verdict.Evidence.Disturbance;
import io.stele.proof.verdict.Evidence.Event;
import io.stele.proof.verdict.Evidence.Hearing;
import io.stele.proof.verdict.Evidence.Subscriber;
import io.stele.proof.verdict.Evidence.Written;
import io.stele.proof.verdict.Findings.Violation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictTest {

    private final Ledgers ledgers = new Ledgers();

    @Test
    void nothingIsFoundWhereAllIsWell() {
        Findings findings = Verdict.of(ledgers.evidence(), Rules.WHOLE);

        assertThat(findings.violations()).isEmpty();
        assertThat(findings.answered()).isEqualTo(2);
        assertThat(findings.stored()).isEqualTo(2);
        assertThat(findings.arrived()).isEqualTo(2);
        assertThat(findings.events()).isEqualTo(7);
        assertThat(findings.hearings()).isEqualTo(3);
    }

    private static Arguments wrong(String rule, Consumer<Ledgers> change) {
        return arguments(rule, change);
    }

    static Stream<Arguments> wrongs() {
        return Stream.of(
                wrong("lost: answered with success, not in the store", all -> all.stored.removeFirst()),
                wrong("one key, several messages", all -> all.stored.add(stored("one", "delivered"))),
                wrong("stored twice, though sent once", all -> {
                    all.sendings.set(0, new Sending("one", "15550100777", 1, null, 1, all.sendings.getFirst().answers()));
                    all.stored.add(stored("one", "delivered"));
                }),
                wrong("one key, several ids", all -> all.sendings.set(0, sending("one", 1, "key", good("one", 1), good("1", 2)))),
                wrong("stored, though it was refused", all -> all.sendings.set(0, sending("one", 1, "key", refused(429, true)))),
                wrong("stored, though nobody sent it", all -> all.sendings.removeFirst()),
                wrong(
                        "refused in another form than the API's",
                        all -> all.sendings.set(0, sending("one", 1, "key", refused(500, false), good("one", 1)))),
                wrong("lost: a customer's message that was answered 200", all -> all.stored.removeLast()),
                wrong("a customer's message is stored twice", all -> all.stored.add(all.stored.getLast())),
                wrong("heard, though nobody wrote it", all -> all.written.clear()),
                wrong("never reached the provider", all -> all.arrivals.removeFirst()),
                wrong("reached the provider, not in the store", all -> all.arrivals.add(arrival("three", 3, "wamid-3"))),
                wrong("reached the provider twice without need", all -> all.arrivals.add(arrival("one", 5, "wamid-one"))),
                wrong("another status than the provider reported", all -> all.stored.set(0, stored("one", "sent"))),
                wrong("another status than the provider reported", all -> all.reports.put("wamid-one", Set.of())),
                wrong("another status than the provider reported", all -> all.stored.set(0, stored("one", "failed"))),
                wrong("not found by its status", all -> all.found.get("delivered").removeFirst()),
                wrong("found twice by its status", all -> all.found.get("delivered").add("id-one")),
                wrong("found by another status than its own", all -> all.found.put("sent", List.of("id-one"))),
                wrong("a gap in the event log", all -> all.events.remove(3)),
                wrong("an event was read twice", all -> all.events.add(3, all.events.get(2))),
                wrong("one event at two positions", all -> all.events.add(new Event(8, "event-7", "contact_created", Map.of()))),
                wrong("an event happened twice", all -> all.happens("one", "message_sent")),
                wrong("an event is missing", all -> {
                    all.events.removeLast();
                    all.happens("other", "contact_created");
                }),
                wrong("an event of a message that is not there", all -> all.happens("other", "message_queued")),
                wrong("a subscriber was not told", all -> all.hearings.removeFirst()),
                wrong("a subscriber was not told", all -> all.hearings.set(0, hearing("one", "told.received"))),
                wrong("a subscriber was not told again after it had refused", all -> all.subscriber = new Subscriber(
                        "shop", "chirp", Map.of("message_delivered", "told.delivered"), 2)),
                wrong("one event with several ids", all -> all.hearings.add(new Hearing(
                        "shop", "another", "told.delivered", "chirp-one", "words of one"))),
                wrong("a repetition with other words", all -> all.hearings.add(new Hearing(
                        "shop", all.hearings.getFirst().eventId(), "told.delivered", "chirp-one", "other words"))),
                wrong("out of order", all -> all.arrivals.set(0, arrival("one", 3, "wamid-one"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongs")
    void whatIsWrongIsFound(String rule, Consumer<Ledgers> change) {
        change.accept(ledgers);

        assertThat(Verdict.of(ledgers.evidence(), Rules.WHOLE).violations())
                .extracting(Violation::rule)
                .contains(rule);
    }

    @Test
    void whatWasUnderWayAtADisturbanceMayComeTwiceAndIsCounted() {
        ledgers.disturbances.add(new Disturbance(at(2), at(2)));
        ledgers.arrivals.add(arrival("one", 70, "wamid-again"));

        Findings findings = Verdict.of(ledgers.evidence(), Rules.WHOLE);

        assertThat(findings.violations()).isEmpty();
        assertThat(findings.doubles()).isEqualTo(1);
    }

    @Test
    void whatHadArrivedLongBeforeADisturbanceMayNotComeTwice() {
        ledgers.disturbances.add(new Disturbance(at(60), at(60)));
        ledgers.arrivals.add(arrival("one", 130, "wamid-again"));

        assertThat(Verdict.of(ledgers.evidence(), Rules.WHOLE).violations())
                .extracting(Violation::rule)
                .contains("reached the provider twice without need");
    }

    @Test
    void whatWasAnsweredAmbiguouslyMayComeTwice() {
        ledgers.arrivals.set(0, new Arrival("one", at(1), "wamid-one", true));
        ledgers.arrivals.add(arrival("one", 70, "wamid-again"));

        assertThat(Verdict.of(ledgers.evidence(), Rules.WHOLE).violations()).isEmpty();
    }

    @Test
    void whatWasNeverAnsweredMayBeThereOrNot() {
        ledgers.sendings.set(0, new Sending("one", "15550100777", 1, null, 1, List.of()));
        ledgers.sendings.add(new Sending("three", "15550100777", 3, null, 1, List.of()));

        Findings findings = Verdict.of(ledgers.evidence(), Rules.WHOLE);

        assertThat(findings.violations()).isEmpty();
        assertThat(findings.unknown()).isEqualTo(2);
    }

    @Test
    void whatIsRefusedIsCountedAndNotThere() {
        ledgers.sendings.add(sending("three", 3, "key-three", refused(429, true)));

        Findings findings = Verdict.of(ledgers.evidence(), Rules.WHOLE);

        assertThat(findings.violations()).isEmpty();
        assertThat(findings.refused()).isEqualTo(1);
    }

    @Test
    void aCustomersMessageThatWasNotTakenMayBeThereOrNot() {
        ledgers.written.set(0, new Written("hello", false));
        ledgers.written.add(new Written("never taken", false));

        assertThat(Verdict.of(ledgers.evidence(), Rules.WHOLE).violations()).isEmpty();
    }

    private void oneIsInDoubt() {
        ledgers.stored.set(0, stored("one", "sending"));
        ledgers.found.get("delivered").remove("id-one");
        ledgers.found.put("sending", List.of("id-one"));
        ledgers.arrivals.removeFirst();
        ledgers.events.set(1, Ledgers.event(2, "other", "contact_created"));
        ledgers.events.set(2, Ledgers.event(3, "other", "contact_changed"));
        ledgers.stored.add(stored("other", "queued"));
    }

    @Test
    void doubtIsAViolationWhereItMustEnd() {
        oneIsInDoubt();
        ledgers.disturbances.add(new Disturbance(at(2), at(2)));

        assertThat(Verdict.of(ledgers.evidence(), Rules.WHOLE).violations())
                .extracting(Violation::what)
                .anyMatch(what -> what.contains("id-one sending"));
    }

    @Test
    void doubtIsNoneInTheShortForm() {
        oneIsInDoubt();
        ledgers.disturbances.add(new Disturbance(at(2), at(2)));

        Findings findings = Verdict.of(ledgers.evidence(), Rules.SHORT);

        assertThat(findings.violations()).extracting(Violation::what).noneMatch(what -> what.contains("id-one"));
        assertThat(findings.doubtful()).isEqualTo(1);
    }

    @Test
    void doubtWithoutADisturbanceIsAViolationInTheShortFormToo() {
        oneIsInDoubt();

        assertThat(Verdict.of(ledgers.evidence(), Rules.SHORT).violations())
                .extracting(Violation::what)
                .anyMatch(what -> what.contains("id-one sending"));
    }

    @Test
    void whatIsSentAgainAfterADoubtGivesUpItsPlace() {
        ledgers.disturbances.add(new Disturbance(at(1), at(2)));
        ledgers.arrivals.set(0, arrival("one", 65, "wamid-one"));

        assertThat(Verdict.of(ledgers.evidence(), Rules.WHOLE).violations()).isEmpty();
    }

    @Test
    void whatTheProviderCutGivesUpItsPlace() {
        ledgers.cut.add("one");
        ledgers.arrivals.set(0, arrival("one", 65, "wamid-one"));

        assertThat(Verdict.of(ledgers.evidence(), Rules.WHOLE).violations()).isEmpty();
    }
}
