package io.stele.server.store.json;

import io.stele.core.message.Json;
import io.stele.core.message.MediaFile;

/** The stored form of a file that a message refers to. */
final class FileForm {

    private FileForm() {}

    static Json write(MediaFile file) {
        return new Members()
                .with("id", file.id())
                .with("link", file.link())
                .with("mimeType", file.mimeType())
                .with("sha256", file.sha256())
                .with("size", file.size())
                .build();
    }

    static MediaFile read(Json json) {
        Fields fields = Fields.of(json);
        return new MediaFile(
                fields.textOrNull("id"),
                fields.textOrNull("link"),
                fields.textOrNull("mimeType"),
                fields.textOrNull("sha256"),
                fields.longOrNull("size"));
    }
}
