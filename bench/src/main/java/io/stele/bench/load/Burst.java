package io.stele.bench.load;

import io.stele.harness.machine.Meter;
import io.stele.harness.machine.Meter.Used;
import io.stele.harness.machine.ProcessorTimes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Load for some seconds, with what it cost until everything that it caused was done.
 *
 * @param errors over all repeats and the warm-up
 * @param slowest the rate of the slowest repeat, and {@code fastest} that of the fastest
 * @param times who used the processors while there was load, over all repeats
 */
public record Burst(WrkResult result, Used used, long errors, double slowest, double fastest, ProcessorTimes times) {

    /**
     * Warms up, repeats, and gives the repeat with the median rate.
     *
     * @param load the load of a run that takes so long
     * @param settle returns when everything is done that was caused
     */
    public static Burst median(Wrk wrk, Pace pace, Function<Duration, Load> load, Meter meter, Runnable settle) {
        long errors = wrk.run(load.apply(pace.warmUp()), pace.warmUp()).errors();
        settle.run();
        List<Burst> bursts = new ArrayList<>();
        ProcessorTimes times = ProcessorTimes.NONE;
        for (int i = 0; i < pace.repeats(); i++) {
            Load next = load.apply(pace.burst());
            Used before = meter.read();
            ProcessorTimes timesBefore = meter.times();
            WrkResult result = wrk.run(next, pace.burst());
            times = times.plus(meter.times().since(timesBefore));
            settle.run();
            bursts.add(new Burst(result, meter.read().since(before), result.errors(), 0, 0, ProcessorTimes.NONE));
            errors += result.errors();
        }
        bursts.sort(Comparator.comparingDouble(each -> each.result.perSecond()));
        Burst median = bursts.get((bursts.size() - 1) / 2);
        return new Burst(
                median.result,
                median.used,
                errors,
                bursts.getFirst().result.perSecond(),
                bursts.getLast().result.perSecond(),
                times);
    }

    /** The processor time of a thousand good answers. */
    public double processorSecondsPerThousand() {
        return used.processorSeconds() * 1000 / Math.max(1, result.good());
    }

    /** The bytes that were written for a good answer. */
    public double bytesEach() {
        return (double) used.bytes() / Math.max(1, result.good());
    }
}
