package io.stele.server.store;

import io.micronaut.context.annotation.Requires;
import io.stele.core.housekeeping.Chore;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Query;
import io.stele.server.store.sql.Session;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Lets PostgreSQL look at tables while they grow out of being small. By itself it does so a minute later: until then it takes them for empty,
 * and any index that begins with the project for as good as the right one, which makes the work for a message grow with the number of messages.
 */
@Singleton
@Requires(property = "datasources.default.url", pattern = "jdbc:postgresql:.*")
final class Statistics implements Chore {

    private static final Duration REST = Duration.ofSeconds(1);

    /** From here on, some thousands of rows, PostgreSQL's own looks are frequent enough. */
    private static final int LARGE = 1_000;

    /** Taken by the node that is looking, any number that nothing else takes. */
    private static final long LOCK = 0x5354_454c_4541_4e41L;

    private final Database database;

    Statistics(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "Analyzing new tables";
    }

    @Override
    public Duration rest() {
        return REST;
    }

    /** Analyzes one table, unless another node is at it. */
    @Override
    public boolean doPart(Instant now) {
        return database.write(session -> {
            Optional<String> table = mine(session) ? grown(session) : Optional.empty();
            table.ifPresent(name -> session.update("analyze " + name));
            return table.isPresent();
        });
    }

    private static boolean mine(Session session) {
        return session.any(new Query("select 1 where pg_try_advisory_xact_lock(?)", List.of(LOCK)));
    }

    /** A small table that has four times the pages which it had when it was looked at last; its name, quoted where it has to be. */
    private static Optional<String> grown(Session session) {
        return session.first(
                row -> row.text("name"),
                """
                select format('%I', c.relname) as name
                from pg_class c
                where c.relnamespace = cast(current_schema() as regnamespace) and c.relkind = 'r'
                  and pg_has_role(c.relowner, 'USAGE') and c.relpages < ?
                  and pg_relation_size(c.oid) / cast(current_setting('block_size') as bigint) > greatest(1, 4 * c.relpages)
                order by c.relpages
                limit 1""",
                LARGE);
    }
}
