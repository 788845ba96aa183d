package io.stele.bench.report;

import io.stele.harness.machine.ProcessorTimes;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Who used the processors.
 *
 * @param percent of all of them; what is not there is 0
 */
record Shares(Map<Who, Double> percent) {

    private static final double HUNDRED = 100;

    /** The threads of what is measured, by the beginnings of their names, and the other programs. */
    enum Who {
        IDLE("idle", List.of(), List.of()),
        DATABASE("PostgreSQL", List.of(), List.of("postgres")),
        HTTP("HTTP", List.of("default-eventLo", "default-nioEven"), List.of()),
        REQUESTS("requests, sends", List.of("ForkJoinPool", "virtual"), List.of()),
        INTAKE("intake", List.of("intake"), List.of()),
        DELIVERY("claims, outcomes", List.of("delivery"), List.of()),
        INBOUND("inbound, receipts", List.of("inbox"), List.of()),
        READING("reading", List.of("messages-by-id"), List.of()),
        EVENTS("events, webhooks", List.of("event-", "fan-out", "webhook"), List.of()),
        COMPILERS("compilers", List.of("C1 Compiler", "C2 Compiler"), List.of()),
        COLLECTOR("collector", List.of("GC Thread", "G1 ", "VM Thread"), List.of()),
        KANNEL("Kannel", List.of("bearerbox", "smsbox"), List.of()),
        LOAD("wrk", List.of(), List.of("wrk")),
        STAND_INS("stand-ins", List.of(), List.of("java")),
        REST("rest", List.of(), List.of());

        private final String title;
        private final List<String> threads;
        private final List<String> programs;

        Who(String title, List<String> threads, List<String> programs) {
            this.title = title;
            this.threads = threads;
            this.programs = programs;
        }

        String title() {
            return title;
        }
    }

    static Shares of(ProcessorTimes times) {
        Map<Who, Double> percent = new EnumMap<>(Who.class);
        double rest = times.all() - times.idle();
        for (Who who : Who.values()) {
            double seconds = sum(times.threads(), who.threads) + sum(times.processes(), who.programs);
            rest -= seconds;
            percent.put(who, HUNDRED * seconds / times.all());
        }
        percent.put(Who.IDLE, HUNDRED * times.idle() / times.all());
        percent.put(Who.REST, HUNDRED * Math.max(0, rest) / times.all());
        return new Shares(percent);
    }

    double percent(Who who) {
        return percent.getOrDefault(who, 0.0);
    }

    private static double sum(Map<String, Double> times, List<String> beginnings) {
        return times.entrySet().stream()
                .filter(entry -> beginnings.stream().anyMatch(entry.getKey()::startsWith))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
