package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stele.core.channel.Endpoint;
import io.stele.core.identity.Ksuid;
import io.stele.core.intake.Submission;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageLog;
import io.stele.core.message.Text;
import io.stele.core.project.Mode;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import io.stele.server.start.Embedded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that answers requests from an H2 file is killed in the middle of its work: what it had answered is there. */
class H2DurabilityTest {

    private static final int ANSWERS = 1_000;

    @Test
    @Timeout(120)
    void whatWasAnsweredBeforeTheProcessWasKilledIsThere(@TempDir Path directory) throws Exception {
        String url = Embedded.in(directory);
        Path answers = directory.resolve("answers");
        Path log = directory.resolve("log");
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp", System.getProperty("java.class.path"), Answering.class.getName(), directory.toString())
                .redirectOutput(answers.toFile())
                .redirectError(log.toFile())
                .start();
        try {
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> !process.isAlive() || Files.size(answers) > ANSWERS * (Ksuid.TEXT_LENGTH + 1));
        } finally {
            process.destroyForcibly().waitFor();
        }
        // The process may have died in the middle of a line.
        List<String> answered = Files.readAllLines(answers).stream()
                .filter(line -> line.length() == Ksuid.TEXT_LENGTH)
                .toList();
        assertThat(answered).as(Files.readString(log)).hasSizeGreaterThanOrEqualTo(ANSWERS);

        try (TestStore store = TestStore.open(url, "stele", "stele")) {
            Scope scope = new Scope(
                    new ProjectId(UUID.fromString(store.column("select id from project").getFirst())), Mode.LIVE);
            MessageLog messages = store.get(MessageLog.class);
            assertThat(answered).allSatisfy(id -> assertThat(messages.message(scope, new MessageId(Ksuid.parse(id).orElseThrow())))
                    .isPresent());
            assertThat(store.number("select count(*) from delivery")).isEqualTo(store.number("select count(*) from message"));
            assertThat(store.number("select sum(pending) from lane")).isEqualTo(store.number("select count(*) from message"));
        }
    }

    /** Accepts messages for ever, from several threads at once, and says the id of each after its commit. */
    public static final class Answering {

        public static void main(String... arguments) {
            TestStore store = TestStore.open(Embedded.in(Path.of(arguments[0])), "stele", "stele");
            Endpoint endpoint = Tenant.found(store).whatsApp();
            Traffic traffic = new Traffic(store);
            for (int thread = 0; thread < 3; thread++) {
                int first = thread * 100;
                Thread.ofPlatform().start(() -> {
                    while (true) {
                        List<Submission> batch = IntStream.range(first, first + 1 + (int) (System.nanoTime() % 8))
                                .mapToObj(person -> traffic.submission(endpoint, Traffic.person(person), Text.of("x")))
                                .toList();
                        traffic.write(batch);
                        for (Submission submission : batch) {
                            System.out.println(submission.id().value());
                        }
                    }
                });
            }
        }
    }
}
