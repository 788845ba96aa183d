package io.stele.harness.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Which state of the source is measured. */
public final class Commit {

    private Commit() {}

    /** The commit's short name, and whether something is changed; {@code unknown} where git does not tell. */
    public static String present() {
        try {
            String name = told("git", "rev-parse", "--short", "HEAD");
            if (name.isEmpty()) {
                return "unknown";
            }
            return told("git", "status", "--porcelain", "--untracked-files=no").isEmpty() ? name : name + " with changes";
        } catch (IOException _) {
            return "unknown";
        }
    }

    private static String told(String... words) throws IOException {
        Process process = new ProcessBuilder(List.of(words))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
