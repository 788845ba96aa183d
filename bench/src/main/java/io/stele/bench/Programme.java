package io.stele.bench;

import io.stele.bench.part.Accepting;
import io.stele.bench.part.BareEndpoint;
import io.stele.bench.part.CommitLimit;
import io.stele.bench.part.EndToEnd;
import io.stele.bench.part.IdlePickup;
import io.stele.bench.part.InboundHooks;
import io.stele.bench.part.KannelGateway;
import io.stele.bench.part.LargeStore;
import io.stele.bench.part.MemoryUse;
import io.stele.bench.part.Reads;
import io.stele.bench.part.Run;
import io.stele.bench.part.Starts;
import io.stele.bench.part.Topic;
import io.stele.bench.report.Measure;
import io.stele.harness.process.PostgresServer;
import io.stele.harness.stele.ConnectedStele;
import io.stele.harness.stele.Database;
import io.stele.harness.stele.Flavour;
import java.util.Arrays;

/** The parts in their order: first what is compared with, then Stele with one database after the other. A part that fails is told of. */
final class Programme {

    private final Run run;
    private final PostgresServer postgres;
    private final Options options;
    private final Runnable soFar;

    /** @param soFar is run after each part, so that a run that breaks off leaves what it has found */
    Programme(Run run, PostgresServer postgres, Options options, Runnable soFar) {
        this.run = run;
        this.postgres = postgres;
        this.options = options;
        this.soFar = soFar;
    }

    private interface Step {
        void take() throws Exception;
    }

    void measure() {
        part(Topic.BARE, new BareEndpoint(run)::measure);
        part(Topic.COMMIT, new CommitLimit(run, postgres)::measure);
        part(Topic.KANNEL, new KannelGateway(run)::measure);
        if (isAny(Topic.ACCEPT, Topic.END_TO_END, Topic.HOOK, Topic.IDLE, Topic.MEMORY)) {
            step("Stele for writing", this::writes);
        }
        if (isAny(Topic.GET, Topic.LIST)) {
            step("Stele for reading", this::reads);
        }
        part(Topic.H2, this::onH2);
        part(Topic.START, () -> new Starts(run, Database.OfPostgres.create(postgres, "stele_start")).measure());
    }

    private void writes() throws Exception {
        try (ConnectedStele stele = run.stele(Database.OfPostgres.create(postgres, "stele_writes"), "writes")) {
            part(Topic.ACCEPT, new Accepting(run, stele)::measureAll);
            part(Topic.END_TO_END, new EndToEnd(run, stele)::measure);
            part(Topic.HOOK, new InboundHooks(run, stele)::measure);
            part(Topic.IDLE, new IdlePickup(run, stele)::measure);
            part(Topic.MEMORY, new MemoryUse(run, stele)::measure);
        }
    }

    private void reads() throws Exception {
        Database.OfPostgres database = Database.OfPostgres.create(postgres, "stele_reads");
        try (ConnectedStele stele = run.stele(database, "reads")) {
            Reads reads = new Reads(run, stele);
            reads.store();
            part(Topic.GET, reads::gets);
            part(Topic.LIST, () -> reads.lists(run.pace().stored(), false));
            if (options.large()) {
                part(Topic.LIST, () -> {
                    new LargeStore(database, run.pace().large()).fill();
                    reads.lists(run.pace().large(), true);
                });
            }
        }
    }

    private void onH2() throws Exception {
        try (ConnectedStele stele =
                run.stele(new Database.Embedded(run.directory().resolve("h2").resolve("data")), "h2")) {
            new Accepting(run, stele).measureOnly(Measure.ACCEPT_H2, Flavour.ZAVU);
        }
    }

    private void part(Topic topic, Step step) {
        if (isAny(topic)) {
            step(topic.word(), step);
        }
    }

    private void step(String name, Step step) {
        run.running().mustGoOn();
        System.out.println("-- " + name);
        try {
            step.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (Exception e) {
            run.running().mustGoOn();
            run.report().warn("Not measured: " + name + ": " + e);
        }
        soFar.run();
    }

    private boolean isAny(Topic... topics) {
        return Arrays.stream(topics).anyMatch(options.topics()::contains);
    }
}
