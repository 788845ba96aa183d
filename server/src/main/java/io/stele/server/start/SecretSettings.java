package io.stele.server.start;

import static io.stele.server.start.Setting.STELE_SECRET_KEY;

import io.stele.server.secret.SecretKey;
import io.stele.server.secret.SecretKeyFile;
import io.stele.server.secret.SecretKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * With what secrets are sealed.
 *
 * @param keys the first one seals, all of them open; empty when none is set: then the key is in a file
 * @param directory where that file is
 */
public record SecretSettings(List<SecretKey> keys, Path directory) {

    private static final String EXPECTATION = "one or more keys of 32 bytes in base64, separated by commas";

    public SecretSettings {
        keys = List.copyOf(keys);
    }

    static SecretSettings of(SettingValues values, Path workingDirectory) {
        return new SecretSettings(
                values.read(STELE_SECRET_KEY, EXPECTATION, SecretSettings::keys).orElse(List.of()),
                DataDirectory.of(values, workingDirectory, "a directory in which files can be written"));
    }

    /** Whether there is a key without making one. */
    boolean haveKey() {
        return !keys.isEmpty() || SecretKeyFile.isIn(directory);
    }

    /**
     * The keys; that of the file is made when there is none yet.
     *
     * @throws SettingsException when the file cannot be had
     */
    SecretKeys secretKeys() {
        try {
            return new SecretKeys(keys.isEmpty() ? List.of(SecretKeyFile.in(directory)) : keys);
        } catch (IOException e) {
            throw new SettingsException(STELE_SECRET_KEY
                    + " must be set, because the file secret.key in the data directory can neither be read nor made.");
        }
    }

    private static Optional<List<SecretKey>> keys(String text) {
        List<SecretKey> keys = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Optional<SecretKey> key = SecretKey.parse(part.strip());
            if (key.isEmpty()) {
                return Optional.empty();
            }
            keys.add(key.get());
        }
        return Optional.of(keys);
    }
}
