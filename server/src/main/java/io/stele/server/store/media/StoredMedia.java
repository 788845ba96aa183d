package io.stele.server.store.media;

import io.stele.core.media.MediaId;
import io.stele.core.media.MediaName;
import io.stele.core.media.MediaState;
import io.stele.core.media.MediaStore;
import io.stele.core.media.ReceivedFile;
import io.stele.core.project.Scope;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Session;
import io.stele.server.store.sql.Keys;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Each answer is one short transaction: a reader who is slow holds no connection. */
@Singleton
public final class StoredMedia implements MediaStore {

    private final Database database;

    StoredMedia(Database database) {
        this.database = database;
    }

    @Override
    public Optional<ReceivedFile> file(Scope scope, MediaId id) {
        return database.read(session -> session.first(
                FileRow::file,
                "select " + FileRow.COLUMNS + " from media m where m.project_id = ? and m.id = ? and m.mode = ?",
                scope.project().value(),
                id.value(),
                scope.mode()));
    }

    @Override
    public List<ReceivedFile> files(Scope scope, Collection<MediaName> names) {
        return database.read(session -> files(session, scope, names));
    }

    /** The files of these names that are known of, in no particular order. */
    public static List<ReceivedFile> files(Session session, Scope scope, Collection<MediaName> names) {
        return session.list(
                FileRow::file,
                new Keys(names.stream()
                        .map(name -> List.of(scope.project().value(), name.endpoint().value(), name.providerMediaId()))
                        .toList()),
                "select " + FileRow.COLUMNS
                        + " from media m where (m.project_id, m.endpoint_id, m.provider_media_id) in :keys and m.mode = ?",
                scope.mode());
    }

    @Override
    public Optional<byte[]> piece(ReceivedFile file, int number) {
        return file.state() instanceof MediaState.Stored stored
                ? database.read(session -> session.first(
                        row -> row.bytes("bytes"),
                        "select bytes from media_piece where project_id = ? and media_id = ? and fence = ? and number = ?",
                        file.scope().project().value(),
                        file.id().value(),
                        stored.fetch(),
                        number))
                : Optional.empty();
    }
}
