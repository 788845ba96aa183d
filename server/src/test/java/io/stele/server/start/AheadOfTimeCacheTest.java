package io.stele.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program is a jar of its own that begins as Stele does, run by the Java that runs the tests. */
@EnabledOnOs(OS.LINUX)
class AheadOfTimeCacheTest {

    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    private Path directory;

    private Path jar;
    private Path cache;

    private record Printed(long pid, List<String> lines) {}

    private record Told(long started, long pid, String arguments, String command) {}

    @BeforeEach
    void makeJar() throws IOException {
        jar = directory.resolve("program.jar");
        cache = directory.resolve("stele.aot");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StartsAnew.class.getName());
        manifest.getMainAttributes().put(new Attributes.Name("Enable-Native-Access"), "ALL-UNNAMED");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (Class<?> type : List.of(StartsAnew.class, AheadOfTimeCache.class, ProcessImage.class)) {
                String name = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(name));
                try (InputStream bytes = type.getClassLoader().getResourceAsStream(name)) {
                    Objects.requireNonNull(bytes).transferTo(out);
                }
            }
        }
    }

    @Test
    void theProcessGoesOnWithTheCacheThatIsBesideTheJar() throws Exception {
        print("-XX:AOTCacheOutput=" + cache, "-jar", jar.toString());

        Told told = run("-Dsome.property=some value", "-jar", "program.jar", "one", "two words");

        assertThat(told.command())
                .isEqualTo("-XX:AOTCache=" + cache + "|-Xlog:aot=off|-Xlog:cds=off|-Dsome.property=some value|-jar|program.jar|one|two words");
        assertThat(told.arguments()).isEqualTo("one|two words");
        assertThat(told.pid()).as("the same process").isEqualTo(told.started());
    }

    @Test
    void withoutACacheItGoesOnAsItIs() throws Exception {
        assertThat(run("-jar", "program.jar").command()).isEqualTo("-jar|program.jar");
    }

    @Test
    void aFileThatIsNoCacheKeepsNothingFromStarting() throws Exception {
        Files.writeString(cache, "no cache");

        assertThat(run("-jar", "program.jar", "one").arguments()).isEqualTo("one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:AOTMode=off", "-XX:SharedArchiveFile=other.jsa", "-Xshare:auto"})
    void whoeverSaysHowClassesAreSharedIsLeftAlone(String option) throws Exception {
        Files.writeString(cache, "no cache");

        assertThat(run(option, "-jar", "program.jar").command()).isEqualTo(option + "|-jar|program.jar");
    }

    @Test
    void whoeverStartsItByAClassPathIsLeftAlone() throws Exception {
        Files.writeString(cache, "no cache");

        assertThat(run("-cp", "program.jar", StartsAnew.class.getName()).command()).doesNotContain("AOTCache");
    }

    private Told run(String... arguments) throws IOException, InterruptedException {
        Printed printed = print(arguments);
        // Java itself may have said something before
        List<String> told = printed.lines().subList(printed.lines().size() - 3, printed.lines().size());
        return new Told(printed.pid(), Long.parseLong(told.get(0)), told.get(1), told.get(2));
    }

    private Printed print(String... arguments) throws IOException, InterruptedException {
        Path out = directory.resolve("out");
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        List<String> lines = Files.readAllLines(out, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(lines::toString).isZero();
        return new Printed(process.pid(), lines);
    }
}
