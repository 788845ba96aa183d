package io.stele.server.store.intake;

import io.stele.core.intake.IntakeStore.Decider;
import io.stele.core.intake.Submission;
import io.stele.core.intake.Verdict;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.server.store.message.Messages;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Session;
import io.stele.server.store.sql.SqlCauses;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes submissions in one transaction, and again when nobody can tell whether it was committed: when the connection broke, or when one of them
 * turns out to be there already.
 */
final class SureWrite {

    /** Far longer than a transaction of ours holds a row. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    /** One for each connection of the pool, since all of them may be broken, and two in case the server is still about to commit the first. */
    private static final int MOST_RUNS = 10;

    /**
     * A connection that broke; the server's end of it; a row that is there already. PostgreSQL's and H2's words for each, and the standard's.
     */
    private static final Set<String> MAY_BE_COMMITTED = Set.of(
            "08003", "08006", "08007", "40003", "90067", "57P01", "57P02", "57P05", "90098", "23505");

    private final Database database;

    SureWrite(Database database) {
        this.database = database;
    }

    List<Verdict> write(List<Submission> submissions, Decider decider) {
        for (int run = 1; ; run++) {
            try {
                boolean again = run > 1;
                return database.write(
                        LONGEST_WAIT,
                        session -> again
                                ? whatIsMissing(session, submissions, decider)
                                : new Batch(session, submissions, decider).write());
            } catch (RuntimeException e) {
                if (run == MOST_RUNS || !SqlCauses.haveState(e, MAY_BE_COMMITTED)) {
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
