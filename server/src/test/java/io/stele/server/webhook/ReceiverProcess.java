package io.stele.server.webhook;

import static org.awaitility.Awaitility.await;

import io.stele.graphstub.json.Json;
import io.stele.graphstub.json.Members;
import io.stele.server.Receiver.Received;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The receiver as a child process. It ends with {@link #close}, and also when the process that started it dies in whatever way. */
final class ReceiverProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final int END_SECONDS = 10;

    private final Process process;
    private final Path ledger;
    private final String root;

    private ReceiverProcess(Process process, Path ledger, String root) {
        this.process = process;
        this.ledger = ledger;
        this.root = root;
    }

    /**
     * A request as it came.
     *
     * @param at when it had been read
     * @param bytes its body, in base64
     * @param request the same request, for the checks of each API
     */
    record Delivery(Instant at, String bytes, Received request) {

        /** The header's value. */
        String header(String name) {
            return request.header(name).orElseThrow(() -> new AssertionError("no header " + name + " at " + request));
        }
    }

    /** Starts one and waits until it listens. Its ledger and what it prints are in the directory. */
    static ReceiverProcess start(Path directory) {
        Path ledger = directory.resolve("receiver.jsonl");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReceiverMain.class.getName(),
                        ledger.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("receiver.log").toFile());
        try {
            Process process = builder.start();
            String root = await("the receiver listens; see\n" + directory)
                    .atMost(LONGEST_START)
                    .until(() -> root(ledger), Optional::isPresent)
                    .orElseThrow();
            return new ReceiverProcess(process, ledger, root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a path of it is reached. */
    String url(String path) {
        return root + path;
    }

    /** What came to this path, oldest first. */
    List<Delivery> at(String path) {
        return lines(ledger).stream()
                .filter(line -> line.text("kind").equals("request") && line.text("path").equals(path))
                .map(ReceiverProcess::delivery)
                .toList();
    }

    /** Whether somebody has hung up on an answer of this path. */
    boolean isCutAt(String path) {
        return lines(ledger).stream()
                .anyMatch(line -> line.text("kind").equals("cut") && line.text("path").equals(path));
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

    private static Optional<String> root(Path ledger) {
        return lines(ledger).stream().findFirst().map(line -> line.text("root"));
    }

    /** The whole lines: another may be on its way. */
    private static List<Members> lines(Path ledger) {
        if (!Files.exists(ledger)) {
            return List.of();
        }
        try {
            String text = Files.readString(ledger);
            return text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .map(line -> Members.of(Json.read(line)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Delivery delivery(Members line) {
        Map<String, List<String>> headers = new TreeMap<>();
        Objects.requireNonNull(line.optionalMembers("headers"))
                .all()
                .forEach((name, value) -> headers.put(name, List.of(String.valueOf(value))));
        String body = line.text("body");
        String text = new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8);
        return new Delivery(Instant.parse(line.text("at")), body, new Received(line.text("path"), headers, text));
    }
}
