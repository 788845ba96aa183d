package io.stele.server.start;

import static io.stele.server.start.Setting.STELE_DATABASE_PASSWORD;
import static io.stele.server.start.Setting.STELE_DATABASE_URL;
import static io.stele.server.start.Setting.STELE_DATABASE_USERNAME;
import static io.stele.server.start.Setting.STELE_DATA_DIR;

import io.stele.server.store.embedded.FailStopFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the store is.
 *
 * @param url a JDBC URL of H2 or PostgreSQL
 * @param username null leaves it to the URL or the driver
 * @param isEmbedded whether the URL was made of the data directory
 */
public record DatabaseSettings(String url, @Nullable String username, @Nullable String password, boolean isEmbedded) {

    private static final String H2 = "jdbc:h2:";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final String H2_OWNER = "stele";

    /** What comes after {@link #H2} where the database is not in a file of this machine. */
    private static final List<String> NO_FILE = List.of("mem:", "tcp:", "ssl:");

    private static final String FILE = "file:";

    /**
     * How the store needs H2: in PostgreSQL's manner; with every commit handed to the operating system before it is answered, so that it
     * survives the death of the process, though not of the machine; open until the server has stopped, which closes it; with no log of
     * its own, in which it would quote what people write; and asking its tables each time, since an answer that it remembers can be from before what
     * another has committed meanwhile (H2's issue 3894).
     */
    private static final Map<String, String> H2_OPTIONS = Map.of(
            "MODE", "PostgreSQL",
            "DATABASE_TO_LOWER", "TRUE",
            "DB_CLOSE_ON_EXIT", "FALSE",
            "TRACE_LEVEL_FILE", "0",
            "TRACE_LEVEL_SYSTEM_OUT", "0",
            "DEFAULT_NULL_ORDERING", "HIGH",
            "WRITE_DELAY", "0",
            "LOCK_TIMEOUT", "5000",
            "OPTIMIZE_REUSE_RESULTS", "0",
            "QUERY_CACHE_SIZE", "100");

    static DatabaseSettings of(SettingValues values, Path workingDirectory) {
        Optional<String> username = values.text(STELE_DATABASE_USERNAME);
        Optional<String> password = values.text(STELE_DATABASE_PASSWORD);
        Optional<String> given = values.read(
                STELE_DATABASE_URL, "a URL that begins with " + H2 + " or " + POSTGRESQL, text -> Optional.of(text)
                        .filter(url -> url.startsWith(H2) || url.startsWith(POSTGRESQL)));
        String url = given.orElseGet(() -> H2 + FILE + directory(values, workingDirectory).resolve("stele"));
        return url.startsWith(H2)
                ? new DatabaseSettings(
                        withOptions(withFile(url)), username.orElse(H2_OWNER), password.orElse(H2_OWNER), given.isEmpty())
                : new DatabaseSettings(url, username.orElse(null), password.orElse(null), false);
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + username + "]";
    }

    /** The directory of the embedded database, which is there and takes files when this returns. */
    private static Path directory(SettingValues values, Path workingDirectory) {
        String expectation = "a directory in which files can be written, with no ';' in its path";
        Path directory = DataDirectory.of(values, workingDirectory, expectation);
        if (directory.toString().contains(";") || !takesFiles(directory)) {
            throw new SettingsException(STELE_DATA_DIR, expectation);
        }
        return directory;
    }

    /** Tries it: what permissions say is not all, for example where the file system is read-only. */
    private static boolean takesFiles(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, "stele", null));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** With the file, where there is one, as the store needs it: {@link FailStopFiles}. */
    private static String withFile(String url) {
        String place = url.substring(H2.length());
        if (NO_FILE.stream().anyMatch(place::startsWith)) {
            return url;
        }
        return H2 + FILE + FailStopFiles.name(place.startsWith(FILE) ? place.substring(FILE.length()) : place);
    }

    private static String withOptions(String url) {
        String given = url.toUpperCase(Locale.ROOT);
        StringBuilder whole = new StringBuilder(url);
        H2_OPTIONS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(option -> !given.contains(";" + option.getKey() + "="))
                .forEach(option -> whole.append(';').append(option.getKey()).append('=').append(option.getValue()));
        return whole.toString();
    }
}
