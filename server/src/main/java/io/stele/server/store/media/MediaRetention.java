package io.stele.server.store.media;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.stele.core.housekeeping.Chore;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Keys;
import io.stele.server.store.sql.Session;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Deletes files that are older than the user wants them kept, whether they were fetched or not. Their messages stay. */
@Singleton
@Requires(property = MediaRetention.DAYS)
final class MediaRetention implements Chore {

    static final String DAYS = "stele.media-retention-days";

    private static final Duration REST = Duration.ofHours(1);

    /** Few, since each may have some hundred pieces. */
    private static final int AT_ONCE = 10;

    private final Database database;
    private final Duration lifetime;

    MediaRetention(Database database, @Property(name = DAYS) int days) {
        this.database = database;
        this.lifetime = Duration.ofDays(days);
    }

    @Override
    public String name() {
        return "Deleting old files";
    }

    @Override
    public Duration rest() {
        return REST;
    }

    /** Whoever fetches one meanwhile finds that the claim is lost. */
    @Override
    public boolean doPart(Instant now) {
        return database.write(session -> delete(session, now.minus(lifetime))) == AT_ONCE;
    }

    private static int delete(Session session, Instant before) {
        List<List<Object>> old = session.list(
                row -> List.of(row.uuid("project_id"), row.ksuid("id")),
                "select project_id, id from media where received_at < ? order by received_at limit ? for update skip locked",
                before,
                AT_ONCE);
        if (!old.isEmpty()) {
            Keys keys = Keys.of(session.dialect(), old);
            session.update("delete from media_piece where (project_id, media_id) in " + keys.sql(), keys.values().toArray());
            session.update("delete from media where (project_id, id) in " + keys.sql(), keys.values().toArray());
        }
        return old.size();
    }
}
