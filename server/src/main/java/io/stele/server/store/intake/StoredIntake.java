package io.stele.server.store.intake;

import io.stele.core.intake.IntakeStore;
import io.stele.core.intake.Submission;
import io.stele.core.intake.Verdict;
import io.stele.core.message.MessageId;
import io.stele.core.refusal.Rejection;
import io.stele.server.store.intake.HeldUp.Person;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.LockWait;
import io.stele.server.store.sql.SqlCauses;
import io.stele.server.store.sql.StoreException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes each batch in one transaction. Where that waits too long for somebody's rows, the batch is written person by person: who is held up
 * is refused for the moment, and keeps nobody else waiting. Where the database cannot be reached, all are refused for the moment.
 */
@Singleton
final class StoredIntake implements IntakeStore {

    private static final Logger LOG = LoggerFactory.getLogger(StoredIntake.class);
    private static final Set<String> AWAY = Set.of(StoreException.NOT_CONNECTED);
    private static final Duration PAUSE_WHILE_AWAY = Duration.ofSeconds(1);

    private enum Outcome {
        WRITTEN,
        /** Another transaction holds somebody's rows. */
        HELD_UP,
        /** There is no connection to the database. */
        AWAY
    }

    private final SureWrite sureWrite;
    private final InstantSource clock;
    private final HeldUp heldUp = new HeldUp();

    StoredIntake(Database database, InstantSource clock) {
        this.sureWrite = new SureWrite(database);
        this.clock = clock;
    }

    @Override
    public List<Verdict> write(List<Submission> batch, Decider decider) {
        Map<MessageId, Verdict> verdicts = new HashMap<>();
        List<Submission> together = new ArrayList<>();
        Map<Person, List<Submission>> apart = new LinkedHashMap<>();
        Instant now = clock.instant();
        for (Submission submission : batch) {
            Person person = Person.of(submission);
            if (heldUp.isPaused(person, now)) {
                refuse(List.of(submission), HeldUp.PAUSE, verdicts);
            } else if (heldUp.has(person)) {
                apart.computeIfAbsent(person, _ -> new ArrayList<>()).add(submission);
            } else {
                together.add(submission);
            }
        }
        Outcome outcome = write(together, decider, verdicts);
        if (outcome == Outcome.HELD_UP) {
            together.forEach(submission ->
                    apart.computeIfAbsent(Person.of(submission), _ -> new ArrayList<>()).add(submission));
        }
        for (Map.Entry<Person, List<Submission>> each : apart.entrySet()) {
            if (outcome == Outcome.AWAY) {
                refuse(each.getValue(), PAUSE_WHILE_AWAY, verdicts);
            } else {
                outcome = write(each.getValue(), decider, verdicts);
                note(each.getKey(), each.getValue(), outcome, verdicts);
            }
        }
        return batch.stream()
                .map(submission -> Objects.requireNonNull(verdicts.get(submission.id())))
                .toList();
    }

    /** Notes what came of trying a person apart from the others. */
    private void note(Person person, List<Submission> theirs, Outcome outcome, Map<MessageId, Verdict> verdicts) {
        switch (outcome) {
            case WRITTEN -> heldUp.remove(person);
            case HELD_UP -> {
                LOG.warn(
                        "Another transaction holds rows of a recipient; messages to them are refused for {} seconds",
                        HeldUp.PAUSE.toSeconds());
                heldUp.add(person, clock.instant());
                refuse(theirs, HeldUp.PAUSE, verdicts);
            }
            case AWAY -> {}
        }
    }

    /** Writes these, all or none. Those that are not written since the database is away are refused. */
    private Outcome write(List<Submission> submissions, Decider decider, Map<MessageId, Verdict> verdicts) {
        if (submissions.isEmpty()) {
            return Outcome.WRITTEN;
        }
        try {
            List<Verdict> written = sureWrite.write(submissions, decider);
            for (int i = 0; i < submissions.size(); i++) {
                verdicts.put(submissions.get(i).id(), written.get(i));
            }
            return Outcome.WRITTEN;
        } catch (RuntimeException e) {
            if (LockWait.ended(e)) {
                return Outcome.HELD_UP;
            }
            if (!SqlCauses.haveState(e, AWAY)) {
                throw e;
            }
            LOG.warn("The database cannot be reached; {} messages are refused", submissions.size());
            refuse(submissions, PAUSE_WHILE_AWAY, verdicts);
            return Outcome.AWAY;
        }
    }

    private static void refuse(List<Submission> submissions, Duration pause, Map<MessageId, Verdict> verdicts) {
        Verdict refused = new Verdict.Refused(new Rejection.Overloaded(pause));
        submissions.forEach(submission -> verdicts.put(submission.id(), refused));
    }
}
