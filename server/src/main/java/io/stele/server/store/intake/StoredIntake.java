package io.stele.server.store.intake;

import io.stele.core.intake.IntakeStore;
import io.stele.core.intake.Submission;
import io.stele.core.intake.Verdict;
import io.stele.server.store.sql.Database;
import jakarta.inject.Singleton;
import java.util.List;

/** Writes each batch in one transaction of its own. */
@Singleton
final class StoredIntake implements IntakeStore {

    private final Database database;

    StoredIntake(Database database) {
        this.database = database;
    }

    @Override
    public List<Verdict> write(List<Submission> batch, Decider decider) {
        return batch.isEmpty()
                ? List.of()
                : database.write(session -> new Batch(session, batch, decider).write());
    }
}
