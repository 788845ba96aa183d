package io.stele.bench.part;

import io.stele.bench.load.Burst;
import io.stele.bench.load.Load;
import io.stele.bench.process.BareProcess;
import io.stele.bench.process.Kannel;
import io.stele.bench.report.Figure;
import io.stele.bench.report.Measure;
import io.stele.harness.machine.Meter;
import io.stele.harness.machine.ProcessFiles;
import io.stele.harness.process.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;

/** How many messages a gateway in C accepts while it delivers them to a server that only counts. */
public final class KannelGateway {

    private static final int PEOPLE = 100;
    private static final Duration QUIET = Duration.ofMillis(500);

    private final Run run;

    public KannelGateway(Run run) {
        this.run = run;
    }

    /** Says so where it is not installed. */
    public void measure() throws IOException {
        if (!Kannel.isInstalled()) {
            run.report().warn("Kannel is not compared with: its package kannel is not installed.");
            return;
        }
        measure(Kannel.Store.SPOOL, Measure.KANNEL_SPOOL);
        measure(Kannel.Store.NONE, Measure.KANNEL_NONE);
    }

    private void measure(Kannel.Store store, Measure measure) throws IOException {
        try (BareProcess server = run.running().add(BareProcess.start(run.directory()));
                Kannel kannel =
                        run.running().add(Kannel.start(run.directory(), store, server.root().resolve("/sink")));
                HttpClient http = HttpClient.newHttpClient()) {
            Path paths = Files.write(
                    run.directory().resolve("kannel.txt"),
                    IntStream.range(0, PEOPLE)
                            .mapToObj(i -> kannel.path("12015550" + (100 + i)))
                            .toList());
            Load load = new Load.Paths(kannel.root(), Map.of(), paths);
            Meter meter = new Meter(kannel.pids(), () -> kannel.pids().stream()
                    .mapToLong(pid -> ProcessFiles.of(pid).writtenBytes())
                    .sum());
            Sink sink = new Sink(http, server.root().resolve("/sink/count"));
            Burst burst = Burst.median(run.wrk(), run.pace(), _ -> load, meter, sink::settle);
            run.report().add(Figure.of(measure, burst).noting(sink.share()));
            run.report().add(measure, burst.times());
        }
    }

    /** What is delivered. */
    private static final class Sink {

        private final HttpClient http;
        private final URI count;
        private long atFirst;
        private long atEndOfLoad;
        private long last;

        private Sink(HttpClient http, URI count) {
            this.http = http;
            this.count = count;
        }

        /** Waits until nothing comes any more. */
        private void settle() {
            atFirst = last;
            atEndOfLoad = count();
            long before = -1;
            long now = atEndOfLoad;
            while (now != before) {
                Waiting.pause(QUIET);
                before = now;
                now = count();
            }
            last = now;
        }

        /** How much of the last load had been delivered when it ended. */
        private String share() {
            return "%d %% delivered while it accepts".formatted(100 * (atEndOfLoad - atFirst) / Math.max(1, last - atFirst));
        }

        private long count() {
            try {
                return Long.parseLong(http.send(HttpRequest.newBuilder(count).build(), BodyHandlers.ofString())
                        .body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
