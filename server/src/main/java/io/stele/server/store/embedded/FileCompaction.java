package io.stele.server.store.embedded;

import io.micronaut.context.annotation.Requires;
import io.stele.core.housekeeping.Chore;
import io.stele.server.store.sql.Database;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/**
 * Has the space of the file used again while it is written to. Each commit puts a piece at its end, with the pages that it has changed; the space of a piece is used again when
 * all of its pages have been changed by later ones, which for most is soon, but for many never. The few pages in those that are still of use are written anew here, so that
 * their space is free after H2's 45 seconds. H2 has a thread for that, but not when each commit is written at once.
 */
@Singleton
@Requires(property = "datasources.default.url", pattern = "jdbc:h2:.*")
final class FileCompaction implements Chore {

    private static final Duration REST = Duration.ofSeconds(1);

    /** In per cent: there is nothing to do where as much of the pieces is of use. */
    private static final int ENOUGH = 50;

    /** What is written anew at once. Those who commit wait meanwhile. */
    private static final int BYTES_AT_ONCE = 2 * 1024 * 1024;

    private final Database database;

    FileCompaction(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "Compacting the database's file";
    }

    @Override
    public Duration rest() {
        return REST;
    }

    /**
     * Writes the most rewarding pages anew, while nobody else writes: what it commits is all that there is in memory, and of a transaction under way that would be a part. There is
     * always the rest in between: else a busy file would be compacted without end.
     */
    @Override
    public boolean doPart(Instant now) {
        database.betweenWrites(connection -> {
            file(connection).filter(file -> file.compact(ENOUGH, BYTES_AT_ONCE)).ifPresent(MVStore::commit);
            return now;
        });
        return false;
    }

    /** Empty where the database is not in this process. */
    private static Optional<MVStore> file(Connection connection) {
        try {
            return connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
                    ? Optional.of(session.getDatabase().getStore().getMvStore())
                    : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("no connection of H2's", e);
        }
    }
}
