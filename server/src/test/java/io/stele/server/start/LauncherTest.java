package io.stele.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which JDK {@code ./stele} takes. The JDKs, and the Maven that says which one it was given, are scripts. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final Path LAUNCHER = Path.of("..", "stele").toAbsolutePath().normalize();

    @TempDir
    private Path directory;

    private record Ended(int code, String out, String error) {}

    @BeforeEach
    void makeMaven() throws IOException {
        script(directory.resolve("path/mvn"), "echo \"built by $JAVA25_HOME\"");
    }

    @Test
    void takesTheJdkThatIsNamedBeforeAnyOther() throws Exception {
        Path named = jdk("named", 25);
        Path usual = jdk("usual", 26);

        assertThat(launch(Map.of("STELE_JAVA_HOME", named.toString(), "JAVA_HOME", usual.toString())))
                .isEqualTo(new Ended(0, "built by " + named + "\n", ""));
    }

    @Test
    void takesTheJdkOfTheEnvironment() throws Exception {
        Path usual = jdk("usual", 25);

        assertThat(launch(Map.of("JAVA_HOME", usual.toString())).out()).isEqualTo("built by " + usual + "\n");
    }

    @Test
    void takesTheJdkThatIsOnlyOnThePathAndThereALink() throws Exception {
        Path home = jdk("elsewhere", 25);
        Files.createSymbolicLink(directory.resolve("path/javac"), home.resolve("bin/javac"));

        assertThat(launch(Map.of()).out()).isEqualTo("built by " + home + "\n");
    }

    @Test
    void passesOverAJdkThatIsTooOld() throws Exception {
        Path home = jdk("elsewhere", 25);
        Files.createSymbolicLink(directory.resolve("path/javac"), home.resolve("bin/javac"));

        assertThat(launch(Map.of("JAVA_HOME", jdk("old", 17).toString())).out()).isEqualTo("built by " + home + "\n");
    }

    @ParameterizedTest
    @CsvSource({"missing", "old", "runtime"})
    void refusesToPassOverTheJdkThatIsNamed(String name) throws Exception {
        jdk("old", 24);
        jdk("runtime", 25);
        Files.delete(directory.resolve("runtime/bin/javac"));
        Path named = directory.resolve(name);

        assertThat(launch(Map.of("STELE_JAVA_HOME", named.toString(), "JAVA_HOME", jdk("usual", 25).toString())))
                .isEqualTo(new Ended(
                        1, "", "STELE_JAVA_HOME is " + named + ", which is not the directory of a JDK 25 or newer.\n"));
    }

    private Ended launch(Map<String, String> environment) throws IOException, InterruptedException {
        Path out = directory.resolve("out");
        Path error = directory.resolve("error");
        ProcessBuilder launcher = new ProcessBuilder(LAUNCHER.toString(), "test")
                .redirectOutput(out.toFile())
                .redirectError(error.toFile());
        Map<String, String> given = new HashMap<>(environment);
        given.put("PATH", directory.resolve("path") + ":/usr/bin:/bin");
        launcher.environment().clear();
        launcher.environment().putAll(given);
        Process process = launcher.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(error));
    }

    private Path jdk(String name, int version) throws IOException {
        Path home = directory.resolve(name);
        script(home.resolve("bin/java"), "echo '    java.specification.version = " + version + "' >&2");
        script(home.resolve("bin/javac"), "echo '    java.home = " + home + "' >&2");
        return home;
    }

    private static void script(Path file, String command) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + command + "\n", StandardCharsets.UTF_8);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
