package io.stele.server;

import java.nio.file.Path;
import java.util.Map;

/** Says on which database a test runs. */
public interface OnDatabase {

    /** The settings that name a fresh database of the test's own. */
    Map<String, String> database(Path directory);
}
