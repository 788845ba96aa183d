package io.stele.server.fuzz;

import io.stele.server.store.sql.Database;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the store holds of all that requests write: how many rows there are, and when the latest was changed. What workers write without being asked
 * is left out.
 */
final class Kept {

    private static final List<String> COUNTED = List.of(
            "message", "attachment", "conversation", "thread", "correspondence", "contact", "contact_address", "customer", "sender", "endpoint",
            "endpoint_setting", "webhook", "template", "project", "app", "api_key", "idempotency", "media", "account_report");

    private static final List<String> DATED = List.of("webhook", "contact", "endpoint");

    private static final String SQL = Stream.concat(
                    COUNTED.stream().map(table -> "select '" + table + "' as kept, cast(count(*) as varchar) as fact from " + table),
                    DATED.stream().map(table -> "select '" + table + " changed' as kept, cast(max(updated_at) as varchar) as fact from " + table))
            .collect(Collectors.joining(" union all ", "select kept, fact from (", ") kept order by kept"));

    private Kept() {}

    static List<String> in(Database database) {
        return database.read(session -> session.list(row -> row.text("kept") + ": " + row.textOrNull("fact"), SQL));
    }
}
