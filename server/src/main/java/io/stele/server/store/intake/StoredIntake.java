package io.stele.server.store.intake;

import io.stele.core.intake.IntakeStore;
import io.stele.core.intake.Submission;
import io.stele.core.intake.Verdict;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.refusal.Rejection;
import io.stele.server.store.intake.HeldUp.Person;
import io.stele.server.store.message.Messages;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.LockWait;
import io.stele.server.store.sql.Session;
import io.stele.server.store.sql.SqlCauses;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    /** The first, one after the connection broke, and one in case the server was still about to commit the first. */
    private static final int MOST_RUNS = 3;

    private static final String ALREADY_THERE = "23505";

    /** With what the states begin of which a commit may have been: connection, unknown, operator; H2's broken connection and closed database. */
    private static final Set<String> IN_DOUBT = Set.of("08", "40003", "57P", "90067", "90098");

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
            List<Verdict> written = written(submissions, decider);
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

    /**
     * Writes these, and once more when nobody can tell whether they were committed: the connection broke, or one of them turns out to be
     * there.
     */
    private List<Verdict> written(List<Submission> submissions, Decider decider) {
        for (int run = 1; ; run++) {
            try {
                boolean again = run > 1;
                return database.write(
                        LONGEST_WAIT,
                        session -> again
                                ? whatIsMissing(session, submissions, decider)
                                : new Batch(session, submissions, decider).write());
            } catch (RuntimeException e) {
                if (run == MOST_RUNS || !mayBeCommitted(e)) {
                    throw e;
                }
            }
        }
    }

    /** Writes those that are not there. One that is there was accepted, since its id is its own. */
    private static List<Verdict> whatIsMissing(Session session, List<Submission> submissions, Decider decider) {
        Map<MessageId, Message> there = Messages.byId(
                session,
                submissions.stream().map(submission -> submission.scope().project()).toList(),
                submissions.stream().map(Submission::id).toList());
        List<Submission> missing = submissions.stream()
                .filter(submission -> !there.containsKey(submission.id()))
                .toList();
        Iterator<Verdict> written = (missing.isEmpty() ? List.<Verdict>of() : new Batch(session, missing, decider).write()).iterator();
        return submissions.stream()
                .map(submission -> {
                    Message message = there.get(submission.id());
                    return message == null ? written.next() : new Verdict.Accepted(message);
                })
                .toList();
    }

    private static boolean mayBeCommitted(RuntimeException failure) {
        return SqlCauses.state(failure)
                .filter(state -> state.equals(ALREADY_THERE) || IN_DOUBT.stream().anyMatch(state::startsWith))
                .isPresent();
    }
}
