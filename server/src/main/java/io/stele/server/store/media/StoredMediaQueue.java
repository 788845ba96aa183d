package io.stele.server.store.media;

import io.stele.core.channel.EndpointId;
import io.stele.core.media.MediaClaim;
import io.stele.core.media.MediaFacts;
import io.stele.core.media.MediaId;
import io.stele.core.media.MediaQueue;
import io.stele.core.media.ReceivedFile;
import io.stele.core.project.Scope;
import io.stele.server.store.sql.Condition;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.FirstRows;
import io.stele.server.store.sql.Query;
import io.stele.server.store.sql.Session;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Whoever writes a piece, or ends an attempt, changes the file's row first, and nothing unless the row still has the attempt's fence. So the pieces
 * of an attempt that was overtaken are thrown away once and for all by the claim that overtook it.
 */
@Singleton
final class StoredMediaQueue implements MediaQueue {

    private static final String HELD = " where project_id = ? and id = ? and fence = ? and status = 'PENDING'";

    private final Database database;

    StoredMediaQueue(Database database) {
        this.database = database;
    }

    private record Found(ReceivedFile file, int attempts) {}

    @Override
    public Optional<MediaClaim> claim(Set<EndpointId> without, Instant now, Instant until) {
        FirstRows due = due(FileRow.COLUMNS, without, now);
        return database.write(session -> claim(session, due.locked(session.dialect(), 1), until));
    }

    @Override
    public Optional<MediaClaim> claim(Scope scope, MediaId id, Instant now, Instant until) {
        Query query = new Query(
                "select " + FileRow.COLUMNS + " from media m where m.project_id = ? and m.id = ? and m.mode = ? and m.due_at <= ?"
                        + " for update skip locked",
                List.of(scope.project().value(), id.value(), scope.mode(), now));
        return database.write(session -> claim(session, query, until));
    }

    @Override
    public boolean extend(MediaClaim claim, Instant until) {
        return database.write(session -> extend(session, claim, until));
    }

    @Override
    public boolean append(MediaClaim claim, int number, byte[] piece, Instant until) {
        return database.write(session -> {
            boolean held = extend(session, claim, until);
            if (held) {
                session.update(
                        "insert into media_piece (project_id, media_id, fence, number, bytes) values (?, ?, ?, ?, ?)",
                        claim.file().scope().project().value(),
                        claim.file().id().value(),
                        claim.fence(),
                        number,
                        piece);
            }
            return held;
        });
    }

    @Override
    public boolean store(MediaClaim claim, MediaFacts found) {
        return database.write(session -> session.update(
                        "update media set status = 'STORED', due_at = null, mime_type = ?, file_size = ?, sha256 = ?, file_name = ?"
                                + HELD,
                        found.mimeType(),
                        found.size(),
                        found.sha256(),
                        found.fileName(),
                        claim.file().scope().project().value(),
                        claim.file().id().value(),
                        claim.fence())
                == 1);
    }

    @Override
    public void retry(MediaClaim claim, Instant at) {
        database.write(session -> {
            boolean held = held(session, "update media set due_at = ?, fence = null", claim, at);
            return held ? throwAway(session, claim.file()) : 0;
        });
    }

    @Override
    public void giveUp(MediaClaim claim) {
        database.write(session -> {
            boolean held = held(session, "update media set status = 'GONE', due_at = null, fence = null", claim);
            return held ? throwAway(session, claim.file()) : 0;
        });
    }

    @Override
    public Optional<Instant> nextDue(Set<EndpointId> without) {
        FirstRows due = due("m.due_at", without, Instant.parse("9999-12-31T00:00:00Z"));
        return database.read(session -> session.list(row -> row.moment("due_at"), due.query(1))).stream().findFirst();
    }

    static FirstRows due(String columns, Set<EndpointId> without, Instant latest) {
        Condition due = Condition.where("m.due_at <= ?", latest);
        Condition condition = without.isEmpty()
                ? due
                : due.and(
                        "m.endpoint_id not in (" + String.join(", ", Collections.nCopies(without.size(), "?")) + ")",
                        without.stream().map(EndpointId::value).toArray());
        return new FirstRows("select " + columns + " from media m", "media_due", condition, "m.due_at");
    }

    private static Optional<MediaClaim> claim(Session session, Query query, Instant until) {
        return session.list(row -> new Found(FileRow.file(row), (int) row.number("attempts")), query).stream()
                .findFirst()
                .map(found -> claim(session, found, until));
    }

    private static MediaClaim claim(Session session, Found found, Instant until) {
        MediaClaim claim = new MediaClaim(found.file(), found.attempts() + 1, UUID.randomUUID());
        session.update(
                "update media set attempts = ?, due_at = ?, fence = ? where project_id = ? and id = ?",
                claim.attempt(),
                until,
                claim.fence(),
                found.file().scope().project().value(),
                found.file().id().value());
        if (found.attempts() > 0) {
            throwAway(session, found.file());
        }
        return claim;
    }

    private static boolean extend(Session session, MediaClaim claim, Instant until) {
        return held(session, "update media set due_at = ?", claim, until);
    }

    private static boolean held(Session session, String update, MediaClaim claim, Object... values) {
        List<Object> all = new ArrayList<>(List.of(values));
        all.add(claim.file().scope().project().value());
        all.add(claim.file().id().value());
        all.add(claim.fence());
        return session.update(update + HELD, all.toArray()) == 1;
    }

    private static int throwAway(Session session, ReceivedFile file) {
        return session.update(
                "delete from media_piece where project_id = ? and media_id = ?",
                file.scope().project().value(),
                file.id().value());
    }
}
