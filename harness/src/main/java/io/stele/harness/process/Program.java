package io.stele.harness.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that runs until it is closed. What it prints is in a file. */
public final class Program implements AutoCloseable {

    private static final Duration LONGEST_END = Duration.ofSeconds(60);
    private static final int TOLD = 2000;

    private final Command command;
    private final Process process;

    private Program(Command command, Process process) {
        this.command = command;
        this.process = process;
    }

    /**
     * What is to run.
     *
     * @param name by which it is told of
     * @param environment beyond this process's own
     * @param directory in which it runs
     * @param log where it prints to
     * @param isAdded whether what was printed there before stays
     * @param stop the signal that it stops at: {@code TERM} or {@code INT}
     */
    public record Command(
            String name, List<String> words, Map<String, String> environment, Path directory, Path log, boolean isAdded, String stop) {

        /** One that stops at {@code TERM}. */
        public static Command of(String name, List<String> words, Map<String, String> environment, Path directory) {
            return new Command(name, words, environment, directory, directory.resolve(name + ".log"), false, "TERM");
        }

        public Command stoppedBy(String signal) {
            return new Command(name, words, environment, directory, log, isAdded, signal);
        }

        /** One that prints behind what earlier ones have printed. */
        public Command added() {
            return new Command(name, words, environment, directory, log, true, stop);
        }
    }

    /** Starts it. */
    public static Program start(Command command) {
        ProcessBuilder builder = new ProcessBuilder(command.words())
                .directory(command.directory().toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(
                        command.isAdded()
                                ? ProcessBuilder.Redirect.appendTo(command.log().toFile())
                                : ProcessBuilder.Redirect.to(command.log().toFile()));
        builder.environment().putAll(command.environment());
        try {
            return new Program(command, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs it to its end.
     *
     * @throws IllegalStateException with what it printed, when it fails
     */
    public static void run(Command command) {
        Program program = start(command);
        try {
            int code = program.process.waitFor();
            if (code != 0) {
                throw new IllegalStateException(command.name() + " ended with " + code + ": " + program.told());
            }
        } catch (InterruptedException e) {
            program.process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** The end of what it printed. */
    public String told() {
        try {
            String text = Files.readString(command.log());
            return text.substring(Math.max(0, text.length() - TOLD));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /**
     * Makes sure that it runs.
     *
     * @throws IllegalStateException with what it printed, when it has ended
     */
    public void mustLive() {
        if (!process.isAlive()) {
            throw new IllegalStateException(command.name() + " has ended with " + process.exitValue() + ": " + told());
        }
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** {@code kill -9} of it and of all that it has started. */
    public void kill() {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
    }

    /** Tells it to stop, and waits until it has; kills it when that takes a minute. */
    @Override
    public void close() {
        if (!process.isAlive()) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + command.stop(), Long.toString(pid())).start().waitFor();
            if (!process.waitFor(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return command.name();
    }
}
