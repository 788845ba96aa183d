package io.stele.harness.process;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.List;

/**
 * The user as whom PostgreSQL runs, since it refuses to run as root: that of its package, or nobody.
 *
 * @param name empty for the user who runs this
 */
record Unprivileged(String name) {

    private static final String ROOT = "root";

    static Unprivileged user() throws IOException {
        if (!System.getProperty("user.name").equals(ROOT)) {
            return new Unprivileged("");
        }
        return new Unprivileged(exists("postgres") ? "postgres" : "nobody");
    }

    /** A directory that belongs to this user. */
    Path directory(Path path) throws IOException {
        Files.createDirectories(path);
        if (!name.isEmpty()) {
            Files.getFileAttributeView(path, PosixFileAttributeView.class)
                    .setOwner(FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(name));
        }
        return path;
    }

    /** The words with which this user runs these; the process is the program's own. */
    List<String> words(List<String> program) {
        if (name.isEmpty()) {
            return program;
        }
        List<String> words = new ArrayList<>(List.of(
                Programs.need("setpriv", "util-linux").toString(), "--reuid", name, "--regid", group(), "--init-groups", "--"));
        words.addAll(program);
        return words;
    }

    private String group() {
        return name.equals("nobody") ? "nogroup" : name;
    }

    private static boolean exists(String name) throws IOException {
        try {
            FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(name);
            return true;
        } catch (UserPrincipalNotFoundException _) {
            return false;
        }
    }
}
