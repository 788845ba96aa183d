package io.stele.bench.part;

import io.stele.bench.load.PgBench;
import io.stele.bench.report.Figure;
import io.stele.bench.report.Measure;
import io.stele.harness.process.PostgresServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How many single rows the database commits when nothing else is to do. */
public final class CommitLimit {

    private static final String DATABASE = "commit_limit";

    private final Run run;
    private final PostgresServer postgres;

    public CommitLimit(Run run, PostgresServer postgres) {
        this.run = run;
        this.postgres = postgres;
    }

    public void measure() throws IOException, SQLException, InterruptedException {
        postgres.createDatabase(DATABASE);
        try (Connection connection = postgres.connect(DATABASE); Statement statement = connection.createStatement()) {
            statement.execute(PgBench.table());
        }
        // There is nothing to compile; files are to be there.
        PgBench.run(postgres, DATABASE, run.directory(), run.pace().burst());
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < run.pace().repeats(); i++) {
            figures.add(once());
        }
        figures.sort(Comparator.comparingDouble(each -> each.perSecond().orElse(0)));
        run.report().add(figures.get((figures.size() - 1) / 2));
    }

    private Figure once() throws IOException, InterruptedException {
        long before = postgres.logBytes();
        PgBench.Result result = PgBench.run(postgres, DATABASE, run.directory(), run.pace().burst());
        double bytes = (double) (postgres.logBytes() - before) / Math.max(1, result.commits());
        return new Figure(
                Measure.COMMIT,
                OptionalDouble.of(result.perSecond()),
                Optional.of(result.latency()),
                0,
                OptionalDouble.empty(),
                OptionalDouble.of(bytes),
                "16 clients");
    }
}
