package io.stele.server.start;

import java.nio.file.Path;
import java.util.Map;

/**
 * A WhatsApp number as the settings file has it.
 *
 * @param path where in the file it stands, for example {@code stele.whatsapp[0]}
 * @param members by their names, as they are written
 */
record ListedNumber(Path file, String path, Map<String, String> members) {

    ListedNumber {
        members = Map.copyOf(members);
    }

    /** That a member of it is wrong, and how. */
    SettingsException wrong(String member, String what) {
        return new SettingsException(
                "The settings file " + file + " is wrong: '" + path + "." + member + "' " + what + ".");
    }

    /** Never the members: some of them are secret. */
    @Override
    public String toString() {
        return "ListedNumber[" + path + "]";
    }
}
