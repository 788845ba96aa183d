package io.stele.server.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stele.server.SteleServerTest;
import io.stele.server.Tenant;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The official SDKs, unmodified, in a process of their own ({@code src/test/clients}). Where there is no {@code node} the test says that it was
 * skipped.
 */
abstract class SdkClientsTest extends SteleServerTest {

    private static final Path CLIENTS = Path.of("src/test/clients");
    private static final Path INSTALLING = Path.of("target/clients.lock");
    private static final long MINUTES = 5;

    @TempDir
    private Path output;

    @Override
    protected Map<String, String> settings() {
        return Map.of("STELE_WEBHOOK_ALLOW", "127.0.0.0/8");
    }

    @Test
    void every_call_of_the_official_clients_works() throws IOException, InterruptedException {
        assumeTrue(
                isThere("node") && isThere("npm"),
                "SKIPPED: node and npm are not on the path, so the official SDKs were not run");
        install();
        run(environment(), "node", "--test", "--test-concurrency=1");
    }

    /** Another process may be about to do the same for the other database: it waits, and finds the clients there. */
    private void install() throws IOException, InterruptedException {
        try (FileChannel channel = FileChannel.open(INSTALLING, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            if (!Files.exists(CLIENTS.resolve("node_modules/.package-lock.json"))) {
                run(Map.of(), "npm", "ci", "--no-audit", "--no-fund");
            }
        }
    }

    private Map<String, String> environment() {
        Tenant tenant = tenant();
        return Map.ofEntries(
                Map.entry("STELE_URL", stele().url().toString()),
                Map.entry("STELE_PHONE_NUMBER", tenant.phoneNumber()),
                Map.entry("STELE_PHONE_NUMBER_ID", tenant.phoneNumberId()),
                Map.entry("STELE_WABA_ID", tenant.wabaId()),
                Map.entry("STELE_SENDER_ID", tenant.senderId()),
                Map.entry("STELE_ZAVU_KEY", tenant.zavu()),
                Map.entry("STELE_ZAVU_TEST_KEY", tenant.zavuTest()),
                Map.entry("STELE_KAPSO_KEY", tenant.kapso()),
                Map.entry("STELE_CHIRP_ADMIN_KEY", tenant.chirpAdmin()),
                Map.entry("STELE_CHIRP_APP_KEY", tenant.chirpApp()),
                Map.entry("STELE_CHIRP_TEST_KEY", tenant.chirpTest()));
    }

    private void run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        Path log = output.resolve(command[0] + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(CLIENTS.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES))
                    .as(() -> List.of(command) + " did not end: " + read(log))
                    .isTrue();
            assertThat(process.exitValue())
                    .as(() -> List.of(command) + ":\n" + read(log))
                    .isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(program, "--version")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
