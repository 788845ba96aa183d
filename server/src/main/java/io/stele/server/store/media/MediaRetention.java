package io.stele.server.store.media;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.stele.core.housekeeping.Chore;
import io.stele.server.store.sql.Condition;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.FirstRows;
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
                old(before).locked(session.dialect(), AT_ONCE));
        session.together("delete from media_piece where project_id = ? and media_id = ?", old);
        session.together("delete from media where project_id = ? and id = ?", old);
        return old.size();
    }

    static FirstRows old(Instant before) {
        return new FirstRows(
                "select project_id, id from media", "media_age", Condition.where("received_at < ?", before), "received_at");
    }
}
