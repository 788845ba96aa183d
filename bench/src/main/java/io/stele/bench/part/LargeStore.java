package io.stele.bench.part;

import io.stele.harness.stele.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fills the tables of a server with as many messages as it would take days to send. Each is a copy of a real one, of any person in turn, with
 * an id, a name at the provider and times of its own, which lie before those of all real ones.
 */
public final class LargeStore {

    private static final int STEP = 250_000;

    /** From when a KSUID counts its seconds. */
    private static final long EPOCH = 1_400_000_000L;

    private static final List<String> TIMES =
            List.of("created_at", "updated_at", "queued_at", "sent_at", "delivered_at");

    private final Database.OfPostgres database;
    private final int messages;

    public LargeStore(Database.OfPostgres database, int messages) {
        this.database = database;
        this.messages = messages;
    }

    /** Fills them, and has the database look at them as it would by and by. */
    public void fill() throws SQLException {
        try (Connection connection = database.server().connect(database.name());
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create temporary table sample as select row_number() over () - 1 as sample, newest.* from (
                        select distinct on (correspondence_id) * from message
                        where direction = 'OUTBOUND' and delivered_at is not null order by correspondence_id, id desc) newest""");
            statement.execute("create unique index on sample (sample)");
            List<String> columns = columns(statement);
            for (int from = 0; from < messages; from += STEP) {
                int to = Math.min(messages, from + STEP);
                statement.execute(insert(columns, from, to));
                System.out.printf("%,d of %,d messages are there%n", to, messages);
            }
            statement.execute("drop table sample");
            statement.execute("vacuum (analyze) message");
            statement.execute("vacuum (analyze) message_status");
            statement.execute("vacuum (analyze) provider_name");
            statement.execute("checkpoint");
        }
    }

    private String insert(List<String> columns, int from, int to) {
        String values = String.join(", ", columns.stream().map(this::value).toList());
        return """
                with added as (
                    insert into message (%s) select %s
                    from generate_series(%d, %d) g join sample t on t.sample = g %% (select count(*) from sample)
                    returning project_id, mode, channel, endpoint_id, direction, content_kind, provider_message_id, id),
                counted as (
                    insert into message_tally (project_id, mode, channel, endpoint_id, direction, content_kind, messages)
                    select project_id, mode, channel, endpoint_id, direction, content_kind, count(*) from added
                    group by project_id, mode, channel, endpoint_id, direction, content_kind)
                insert into provider_name (project_id, endpoint_id, provider_message_id, message_id)
                select project_id, endpoint_id, provider_message_id, id from added"""
                .formatted(String.join(", ", columns), values, from, to - 1);
    }

    private String value(String column) {
        // A day before now, and four in each second before that.
        String second = "(extract(epoch from now())::bigint - 86400 - (%d - g) / 4)".formatted(messages);
        String time = "to_timestamp" + second;
        return Optional.ofNullable(Map.of(
                                "id",
                                "decode(lpad(to_hex(%s - %d), 8, '0') || lpad(to_hex(g), 32, '0'), 'hex')"
                                        .formatted(second, EPOCH),
                                "provider_message_id",
                                "'wamid.large' || g")
                        .get(column))
                .orElseGet(() -> TIMES.contains(column) ? time : "t." + column);
    }

    private static List<String> columns(Statement statement) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("""
                select column_name from information_schema.columns
                where table_schema = 'public' and table_name = 'message' order by ordinal_position""")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        return columns;
    }
}
