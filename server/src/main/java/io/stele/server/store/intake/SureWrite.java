package io.stele.server.store.intake;

import io.stele.core.intake.IntakeStore.Decider;
import io.stele.core.intake.Submission;
import io.stele.core.intake.Verdict;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.server.store.message.Messages;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.LockWait;
import io.stele.server.store.sql.Session;
import io.stele.server.store.sql.SqlCauses;
import io.stele.server.store.sql.StoreException;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes submissions in one transaction, and again when nobody can tell whether it was committed: when the connection broke, or when one of them
 * turns out to be there already. From then on none is refused because the database is away or busy: who is told so would send again what is perhaps there.
 */
final class SureWrite {

    /** Far longer than a transaction of ours holds a row. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    /** One for each connection of the pool, since all of them may be broken, and two in case the server is still about to commit the first. */
    private static final int MOST_RUNS = 10;

    /** For so long it is looked for what may have been committed. Who waits for longer has gone away, as a rule. */
    private static final Duration LONGEST_SEARCH = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofMillis(20);

    /** A connection that broke, and the server's end of it, in PostgreSQL's and H2's words, and in the standard's. */
    private static final Set<String> BROKEN =
            Set.of("08003", "08006", "08007", "40003", "90067", "57P01", "57P02", "57P05");

    /** A row that is there already; and that H2 has closed its file, which it does not open again. */
    private static final Set<String> FOR_GOOD = Set.of("23505", "90098");

    private static final Set<String> AWAY = Set.of(StoreException.NOT_CONNECTED);

    private static final Logger LOG = LoggerFactory.getLogger(SureWrite.class);

    private final Database database;

    SureWrite(Database database) {
        this.database = database;
    }

    /** @throws RuntimeException when they were not written, which is sure then, or for another reason than the database's being away */
    List<Verdict> write(List<Submission> submissions, Decider decider) {
        AtomicBoolean commits = new AtomicBoolean();
        long unsureSince = 0;
        boolean unsure = false;
        for (int run = 1; ; run++) {
            boolean again = run > 1;
            try {
                return database.write(LONGEST_WAIT, session -> {
                    List<Verdict> verdicts = again
                            ? whatIsMissing(session, submissions, decider)
                            : new Batch(session, submissions, decider).write();
                    commits.set(true);
                    return verdicts;
                });
            } catch (RuntimeException e) {
                if (!unsure && commits.get() && SqlCauses.haveState(e, BROKEN)) {
                    unsure = true;
                    unsureSince = System.nanoTime();
                }
                boolean isWorthWaiting = unsure && isPassing(e);
                if (!isWorthWaiting && (run >= MOST_RUNS || !isWorthAnotherRun(e))) {
                    throw e;
                }
            }
            if (unsure) {
                if (System.nanoTime() - unsureSince > LONGEST_SEARCH.toNanos()) {
                    LOG.error("Nobody can tell whether {} messages were written: the database went away meanwhile", submissions.size());
                    return Collections.nCopies(submissions.size(), new Verdict.Unknown());
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static boolean isWorthAnotherRun(RuntimeException failure) {
        return SqlCauses.haveState(failure, BROKEN) || SqlCauses.haveState(failure, FOR_GOOD);
    }

    /** Whether it is worth while to wait: for the database, or for rows that the server still holds for a connection that broke. */
    private static boolean isPassing(RuntimeException failure) {
        return SqlCauses.haveState(failure, BROKEN) || SqlCauses.haveState(failure, AWAY) || LockWait.ended(failure);
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
        List<Verdict> written = missing.isEmpty() ? List.of() : new Batch(session, missing, decider).write();
        Iterator<Verdict> verdicts = written.iterator();
        return submissions.stream()
                .map(submission -> {
                    Message message = there.get(submission.id());
                    return message == null ? verdicts.next() : new Verdict.Accepted(message);
                })
                .toList();
    }
}
