package io.stele.bench.part;

import io.stele.bench.load.Burst;
import io.stele.bench.load.Load;
import io.stele.bench.load.SteleLoads;
import io.stele.bench.report.Figure;
import io.stele.bench.report.Measure;
import io.stele.graphstub.client.Person;
import io.stele.harness.stele.ConnectedStele;
import io.stele.harness.stele.Flavour;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** How fast messages are read that are there. */
public final class Reads {

    private static final int AT_ONCE = 32;

    private final Run run;
    private final ConnectedStele stele;
    private final SteleLoads loads;
    private final Map<Flavour, List<String>> ids = new EnumMap<>(Flavour.class);

    public Reads(Run run, ConnectedStele stele) {
        this.run = run;
        this.stele = stele;
        this.loads = new SteleLoads(stele);
    }

    /** Sends messages through all flavours, and waits until they are delivered. */
    public void store() throws InterruptedException, ExecutionException {
        int each = run.pace().stored() / Flavour.values().length;
        for (Flavour flavour : Flavour.values()) {
            ids.put(flavour, send(flavour, each));
        }
        new Settling(run, stele).settle();
    }

    /** Gets messages by their ids, each flavour those that it was told. */
    public void gets() throws IOException {
        for (Flavour flavour : Flavour.values()) {
            Measure measure = switch (flavour) {
                case ZAVU -> Measure.GET_ZAVU;
                case KAPSO -> Measure.GET_KAPSO;
                case CHIRP -> Measure.GET_CHIRP;
            };
            measure(measure, loads.gets(flavour, ids.getOrDefault(flavour, List.of())), "");
        }
    }

    /**
     * Lists the newest messages.
     *
     * @param messages how many there are
     * @param large whether that is the large store
     */
    public void lists(long messages, boolean large) throws IOException {
        for (Flavour flavour : Flavour.values()) {
            Measure measure = switch (flavour) {
                case ZAVU -> large ? Measure.LARGE_LIST_ZAVU : Measure.LIST_ZAVU;
                case KAPSO -> large ? Measure.LARGE_LIST_KAPSO : Measure.LIST_KAPSO;
                case CHIRP -> large ? Measure.LARGE_LIST_CHIRP : Measure.LIST_CHIRP;
            };
            measure(measure, loads.lists(flavour), "of %,d messages".formatted(messages));
        }
    }

    private void measure(Measure measure, Load load, String note) {
        Burst burst = Burst.median(run.wrk(), run.pace(), _ -> load, stele.meter(), () -> {});
        Figure figure = Figure.of(measure, burst).withoutBytes();
        run.report().add(note.isEmpty() ? figure : figure.noting(note));
        run.report().add(measure, burst.times());
    }

    private List<String> send(Flavour flavour, int count) throws InterruptedException, ExecutionException {
        List<Person> people = stele.people();
        try (ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<String>> sent = IntStream.range(0, count)
                    .mapToObj(i -> executor.submit(() -> stele.send(flavour, people.get(i % people.size()), "stored-" + i)))
                    .toList();
            List<String> told = new ArrayList<>();
            for (Future<String> each : sent) {
                told.add(each.get());
            }
            return told;
        }
    }
}
