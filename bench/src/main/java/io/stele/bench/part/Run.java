package io.stele.bench.part;

import io.stele.bench.load.Pace;
import io.stele.bench.load.Wrk;
import io.stele.bench.report.Report;
import io.stele.harness.process.Running;
import io.stele.harness.process.SteleProcess;
import io.stele.harness.stele.ConnectedStele;
import io.stele.harness.stele.Database;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What every part needs.
 *
 * @param directory for all files of the run
 */
public record Run(Running running, Wrk wrk, Pace pace, SteleProcess.Launch launch, Path directory, Report report) {

    /** A server with a connected number, whose files are below the run's directory. */
    public ConnectedStele stele(Database database, String name) throws IOException {
        return ConnectedStele.start(running, launch, database, directory.resolve(name), pace.people());
    }
}
