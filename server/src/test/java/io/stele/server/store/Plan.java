package io.stele.server.store;

import io.stele.server.store.sql.Query;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a database does to answer a query, by its own account. */
public record Plan(String text, long visited) {

    private static final Pattern TELLING = Pattern.compile("scanCount|/\\* public|index sorted|Scan|Removed|Sort");
    private static final Pattern H2_SCAN = Pattern.compile("scanCount: (\\d+)");
    private static final Pattern POSTGRES_SCAN = Pattern.compile("Scan.*actual rows=([\\d.]+) loops=(\\d+)");
    private static final Pattern POSTGRES_REMOVED = Pattern.compile("Rows Removed by .*: (\\d+)");

    /** Runs the query and sums up the rows that were visited in tables and indexes. */
    public static Plan of(TestStore store, Query query) {
        boolean postgres = store.isPostgres();
        String explain = postgres ? "explain (analyze, costs off, timing off, summary off) " : "explain analyze ";
        List<String> lines = store.database().write(session -> session.list(
                row -> row.text(postgres ? "QUERY PLAN" : "plan"), explain + query.sql(), query.values().toArray()));
        String text = String.join("\n", lines)
                .lines()
                .filter(line -> TELLING.matcher(line).find())
                .collect(Collectors.joining("\n"));
        return new Plan(text, sum(H2_SCAN, text) + sum(POSTGRES_SCAN, text) + sum(POSTGRES_REMOVED, text));
    }

    private static long sum(Pattern pattern, String text) {
        long sum = 0;
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            double rows = Double.parseDouble(matcher.group(1));
            sum += Math.round(matcher.groupCount() == 1 ? rows : rows * Long.parseLong(matcher.group(2)));
        }
        return sum;
    }
}
