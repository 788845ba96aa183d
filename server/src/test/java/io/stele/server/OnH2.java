package io.stele.server;

import java.nio.file.Path;
import java.util.Map;

/** On the embedded database, in a file. */
public interface OnH2 extends OnDatabase {

    @Override
    default Map<String, String> database(Path directory) {
        return Map.of("STELE_DATA_DIR", directory.resolve("data").toString());
    }
}
