package io.stele.server.start;

import java.nio.file.Path;
import java.util.Map;

/** The embedded database as the server itself opens it. */
public final class Embedded {

    private Embedded() {}

    /** The URL of the database in this data directory. */
    public static String in(Path directory) {
        return url(Map.of("STELE_DATA_DIR", directory.toString()));
    }

    /** The URL that is given, with what the server adds to it. */
    public static String at(String url) {
        return url(Map.of("STELE_DATABASE_URL", url));
    }

    private static String url(Map<String, String> environment) {
        Path directory = Path.of("");
        return DatabaseSettings.of(SettingValues.of(environment, directory), directory).url();
    }
}
