package io.stele.proof.receiver;

import io.stele.harness.process.Programs;
import io.stele.harness.process.Waiting;
import io.stele.proof.ledger.LedgerFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The receiver as a child process. It ends with {@link #close}, and also when the process that started it dies in whatever way. */
public final class ReceiverProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final Duration INTERVAL = Duration.ofMillis(50);
    private static final int END_SECONDS = 10;

    private final Process process;
    private final String root;

    private ReceiverProcess(Process process, String root) {
        this.process = process;
        this.root = root;
    }

    /** Starts one and waits until it listens. */
    public static ReceiverProcess start(Path ledger) throws IOException {
        Process process = new ProcessBuilder(
                        Programs.java(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        Programs.classPath(),
                        ReceiverMain.class.getName(),
                        ledger.toAbsolutePath().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        LedgerFile file = new LedgerFile(ledger);
        try {
            Waiting.until("the receiver listens", LONGEST_START, INTERVAL, () -> file.first().isPresent());
        } catch (RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
        return new ReceiverProcess(process, file.first().orElseThrow().text("root"));
    }

    /** Where a path of it is reached. */
    public String url(String path) {
        return root + path;
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
