package io.stele.bench.load;

import io.stele.harness.process.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Runs wrk with one thread and 64 connections, each of which asks again as soon as it is answered.
 *
 * @param program wrk itself
 * @param scripts the directory of the scripts
 * @param showsAnswers whether the first bad answers are printed, which makes it slower
 */
public record Wrk(Path program, Path scripts, boolean showsAnswers) {

    /** How many requests wait for their answers at any time. */
    public static final int CONNECTIONS = 64;

    /** The one that is installed. @throws IllegalStateException when none is */
    public static Wrk installed(Path scripts, boolean showsAnswers) {
        return new Wrk(Programs.need("wrk", "wrk"), scripts, showsAnswers);
    }

    /** Makes this load for so long. */
    public WrkResult run(Load load, Duration duration) {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        program.toString(),
                        "-t1",
                        "-c" + CONNECTIONS,
                        "-d" + duration.toSeconds() + "s",
                        "--timeout",
                        "20s",
                        "-s",
                        scripts.resolve(script(load)).toString(),
                        load.url().toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment(load));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return WrkResult.parse(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> environment(Load load) {
        Map<String, String> environment = new HashMap<>();
        environment.put("BENCH_LOAD", scripts.toString());
        environment.put(
                "BENCH_HEADERS",
                load.headers().entrySet().stream()
                        .map(header -> header.getKey() + ": " + header.getValue())
                        .collect(Collectors.joining("\n")));
        if (showsAnswers) {
            environment.put("BENCH_ANSWERS", "1");
        }
        switch (load) {
            case Load.Paths paths -> environment.put("BENCH_FILE", paths.paths().toString());
            case Load.Hooks hooks -> environment.put("BENCH_FILE", hooks.bodies().toString());
            case Load.Sends sends -> {
                environment.put("BENCH_FILE", sends.people().toString());
                environment.put("BENCH_BODY", sends.body());
                environment.put("BENCH_RUN", UUID.randomUUID() + "-");
            }
        }
        return environment;
    }

    private static String script(Load load) {
        return switch (load) {
            case Load.Paths _ -> "paths.lua";
            case Load.Sends _ -> "sends.lua";
            case Load.Hooks _ -> "hooks.lua";
        };
    }
}
