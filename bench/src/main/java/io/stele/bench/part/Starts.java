package io.stele.bench.part;

import io.stele.harness.machine.ProcessFiles;
import io.stele.harness.process.SteleProcess;
import io.stele.harness.process.SteleProcess.Launch;
import io.stele.harness.process.Waiting;
import io.stele.harness.stele.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long a server takes until it is healthy, and what memory it holds before anybody asks it anything. */
public final class Starts {

    private static final Duration REST = Duration.ofSeconds(5);

    private final Run run;
    private final Database database;
    private final Path directory;

    public Starts(Run run, Database database) throws IOException {
        this.run = run;
        this.database = database;
        this.directory = Files.createDirectories(run.directory().resolve("start"));
    }

    public void measure() {
        run.report().add("Start until `/health`, first, empty database", seconds(List.of(start(run.launch()))));
        run.report().add("Start until `/health`, database there", seconds(starts(run.launch())));
        run.report().add("Start until `/health`, without the cache of the build", seconds(starts(run.launch().with("-XX:AOTMode=off"))));
        try (SteleProcess stele = run.running().add(process(run.launch()))) {
            Waiting.pause(REST);
            run.report().add("Resident, idle", MemoryUse.mib(ProcessFiles.of(stele.pid()).residentBytes()));
        }
    }

    private List<Duration> starts(Launch launch) {
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < run.pace().starts(); i++) {
            times.add(start(launch));
        }
        return times;
    }

    private Duration start(Launch launch) {
        try (SteleProcess stele = run.running().add(process(launch))) {
            return stele.startedIn();
        }
    }

    private SteleProcess process(Launch launch) {
        return SteleProcess.start(launch, database.settings(), directory);
    }

    private static String seconds(List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        double median = sorted.get((sorted.size() - 1) / 2).toMillis() / 1e3;
        return sorted.size() == 1 ? "%.2f s".formatted(median) : "%.2f s (median of %d)".formatted(median, sorted.size());
    }
}
