package io.stele.server.store.intake;

import io.stele.core.intake.IntakeStore;
import io.stele.core.intake.Submission;
import io.stele.core.intake.Verdict;
import io.stele.core.message.MessageId;
import io.stele.core.refusal.Rejection;
import io.stele.server.store.intake.HeldUp.Person;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.LockWait;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes each batch in one transaction. Where that waits too long for somebody's rows, the batch is written person by person: who is held up
 * is refused for the moment, and keeps nobody else waiting.
 */
@Singleton
final class StoredIntake implements IntakeStore {

    private static final Logger LOG = LoggerFactory.getLogger(StoredIntake.class);

    /** Far longer than a transaction of ours holds a row. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Database database;
    private final InstantSource clock;
    private final HeldUp heldUp = new HeldUp();

    StoredIntake(Database database, InstantSource clock) {
        this.database = database;
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
                verdicts.put(submission.id(), new Verdict.Refused(new Rejection.Overloaded(HeldUp.PAUSE)));
            } else if (heldUp.has(person)) {
                apart.computeIfAbsent(person, _ -> new ArrayList<>()).add(submission);
            } else {
                together.add(submission);
            }
        }
        if (!write(together, decider, verdicts)) {
            together.forEach(submission ->
                    apart.computeIfAbsent(Person.of(submission), _ -> new ArrayList<>()).add(submission));
        }
        apart.forEach((person, theirs) -> writeApart(person, theirs, decider, verdicts));
        return batch.stream()
                .map(submission -> Objects.requireNonNull(verdicts.get(submission.id())))
                .toList();
    }

    private void writeApart(Person person, List<Submission> theirs, Decider decider, Map<MessageId, Verdict> verdicts) {
        if (write(theirs, decider, verdicts)) {
            heldUp.remove(person);
        } else {
            LOG.warn(
                    "Another transaction holds rows of a recipient; messages to them are refused for {} seconds",
                    HeldUp.PAUSE.toSeconds());
            heldUp.add(person, clock.instant());
            Verdict refused = new Verdict.Refused(new Rejection.Overloaded(HeldUp.PAUSE));
            theirs.forEach(submission -> verdicts.put(submission.id(), refused));
        }
    }

    /** Writes these in one transaction. @return false when somebody's rows are held by another; then nothing is written */
    private boolean write(List<Submission> submissions, Decider decider, Map<MessageId, Verdict> verdicts) {
        if (submissions.isEmpty()) {
            return true;
        }
        try {
            List<Verdict> written =
                    database.write(LONGEST_WAIT, session -> new Batch(session, submissions, decider).write());
            for (int i = 0; i < submissions.size(); i++) {
                verdicts.put(submissions.get(i).id(), written.get(i));
            }
            return true;
        } catch (RuntimeException e) {
            if (!LockWait.ended(e)) {
                throw e;
            }
            return false;
        }
    }
}
