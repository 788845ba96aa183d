package io.stele.server.store.media;

import io.stele.core.channel.EndpointId;
import io.stele.core.media.MediaFacts;
import io.stele.core.media.MediaId;
import io.stele.core.media.MediaName;
import io.stele.core.media.MediaState;
import io.stele.core.media.ReceivedFile;
import io.stele.core.message.MediaKind;
import io.stele.server.store.people.Scopes;
import io.stele.server.store.sql.Row;
import java.time.Instant;
import java.util.UUID;

/** The columns of a file's row. */
final class FileRow {

    /** Of a row {@code m}. */
    static final String COLUMNS =
            """
            m.project_id, m.id, m.mode, m.endpoint_id, m.provider_media_id, m.kind, m.mime_type, m.file_size, m.sha256,
            m.file_name, m.status, m.attempts, m.due_at, m.fence, m.received_at""";

    enum Status {
        PENDING,
        STORED,
        GONE
    }

    private FileRow() {}

    static ReceivedFile file(Row row) {
        return new ReceivedFile(
                new MediaId(row.ksuid("id")),
                Scopes.read(row),
                new MediaName(new EndpointId(row.ksuid("endpoint_id")), row.text("provider_media_id")),
                row.constant("kind", MediaKind.class),
                new MediaFacts(
                        row.textOrNull("mime_type"),
                        row.numberOrNull("file_size"),
                        row.textOrNull("sha256"),
                        row.textOrNull("file_name")),
                state(row),
                row.moment("received_at"));
    }

    private static MediaState state(Row row) {
        UUID fence = row.uuidOrNull("fence");
        Instant due = row.momentOrNull("due_at");
        return switch (row.constant("status", Status.class)) {
            case PENDING -> new MediaState.Pending(due == null ? Instant.MAX : due, fence != null);
            case STORED -> new MediaState.Stored(row.uuid("fence"));
            case GONE -> new MediaState.Gone();
        };
    }
}
