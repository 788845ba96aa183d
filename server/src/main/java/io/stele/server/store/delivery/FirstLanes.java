package io.stele.server.store.delivery;

import io.stele.core.channel.EndpointId;
import io.stele.server.store.sql.Dialect;
import io.stele.server.store.sql.Query;
import io.stele.server.store.sql.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first lane of each endpoint. The index is asked for one endpoint after the other and for the first lane of each, so that it does
 * not matter how many lanes an endpoint has. H2, which cannot do so within one statement, is asked step by step.
 */
final class FirstLanes {

    /** When an endpoint's first lane is due. */
    record First(EndpointId endpoint, Instant dueAt) {}

    private static final String INDEX = "lane_of_endpoint";
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    /** Lanes with messages. */
    private static final String WAITING = "l.due_at >= ?";

    /** Lanes with messages that nobody holds; one whose lease has run out is held no longer. */
    private static final String UNHELD = WAITING + " and (l.fence is null or l.due_at <= ?)";

    private FirstLanes() {}

    /** Of the endpoints that have lanes that are due, those first whose first lane has been due for longest. */
    static List<First> due(Session session, Instant now, Set<EndpointId> without, int limit) {
        return find(session, WAITING, List.of(Instant.EPOCH), now, without, limit);
    }

    /** When the next lane is due that nobody holds and that is not of one of these endpoints. */
    static Optional<Instant> next(Session session, Instant now, Set<EndpointId> without) {
        if (without.isEmpty()) {
            return session.list(row -> row.moment("due_at"), next(now)).stream().findFirst();
        }
        return find(session, UNHELD, List.of(Instant.EPOCH, now), END_OF_TIME, without, 1).stream()
                .map(First::dueAt)
                .findFirst();
    }

    private static List<First> find(
            Session session, String condition, List<?> values, Instant until, Set<EndpointId> without, int limit) {
        return switch (session.dialect()) {
            case POSTGRESQL -> session.list(
                    row -> new First(new EndpointId(row.ksuid("endpoint_id")), row.moment("due_at")),
                    atOnce(condition, values, until, without, limit));
            case H2 -> stepByStep(session, condition, values, until, without).stream()
                    .sorted(Comparator.comparing(First::dueAt))
                    .limit(limit)
                    .toList();
        };
    }

    private static List<First> stepByStep(
            Session session, String condition, List<?> values, Instant until, Set<EndpointId> without) {
        List<First> firsts = new ArrayList<>();
        Optional<EndpointId> endpoint = endpointFrom(session, new byte[0]);
        while (endpoint.isPresent()) {
            EndpointId current = endpoint.get();
            if (!without.contains(current)) {
                session.list(row -> row.moment("due_at"), firstOf(current, condition, values, until))
                        .forEach(dueAt -> firsts.add(new First(current, dueAt)));
            }
            endpoint = endpointFrom(session, after(current));
        }
        return firsts;
    }

    private static Optional<EndpointId> endpointFrom(Session session, byte[] least) {
        return session.list(row -> new EndpointId(row.ksuid("endpoint_id")), step(least)).stream().findFirst();
    }

    /** The least that sorts behind the endpoint: to one that is asked for what is greater, H2 shows all its lanes. */
    static byte[] after(EndpointId endpoint) {
        byte[] id = endpoint.value().bytes();
        return Arrays.copyOf(id, id.length + 1);
    }

    /** An empty lane sorts behind all others in H2, hence the upper bound. */
    static Query next(Instant now) {
        return new Query(
                "select l.due_at from lane l where " + UNHELD + " and l.due_at <= ? order by l.due_at limit 1",
                List.of(Instant.EPOCH, now, END_OF_TIME));
    }

    static Query dueAtOnce(Instant now, Set<EndpointId> without, int limit) {
        return atOnce(WAITING, List.of(Instant.EPOCH), now, without, limit);
    }

    static Query nextAtOnce(Instant now, Set<EndpointId> without) {
        return atOnce(UNHELD, List.of(Instant.EPOCH, now), END_OF_TIME, without, 1);
    }

    static Query step(byte[] least) {
        return new Query(
                "select l.endpoint_id from lane l" + Dialect.H2.using(INDEX) + " where l.endpoint_id >= ? order by l.endpoint_id limit 1",
                List.of(least));
    }

    static Query dueOf(EndpointId endpoint, Instant now) {
        return firstOf(endpoint, WAITING, List.of(Instant.EPOCH), now);
    }

    private static Query firstOf(EndpointId endpoint, String condition, List<?> given, Instant until) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(endpoint.value());
        values.addAll(given);
        values.add(until);
        return new Query(
                "select l.due_at from lane l" + Dialect.H2.using(INDEX) + " where l.endpoint_id = ? and " + condition
                        + " and l.due_at <= ? order by l.endpoint_id, l.due_at limit 1",
                values);
    }

    /**
     * The endpoint is not compared by equality: then PostgreSQL would take it for granted, and walk by the moments of all endpoints. The first one is compared too, for the index
     * is there only for those who ask for endpoints.
     */
    private static Query atOnce(
            String condition, List<?> given, Instant until, Collection<EndpointId> without, int limit) {
        List<@Nullable Object> values = new ArrayList<>(given);
        values.add(until);
        String others = "";
        if (!without.isEmpty()) {
            others = " and w.endpoint_id not in (select * from unnest(cast(? as bytea[])))";
            values.add(without.stream().map(EndpointId::value).toList());
        }
        values.add(limit);
        return new Query(
                """
                with recursive waiting(endpoint_id) as (
                    (select l.endpoint_id from lane l where l.due_at is not null and l.endpoint_id >= '' order by l.endpoint_id limit 1)
                    union all
                    select n.endpoint_id from waiting w cross join lateral (
                        select l.endpoint_id from lane l where l.due_at is not null and l.endpoint_id > w.endpoint_id
                        order by l.endpoint_id limit 1) n)
                select w.endpoint_id, f.due_at from waiting w cross join lateral (
                    select l.due_at from lane l
                    where l.endpoint_id >= w.endpoint_id and l.endpoint_id <= w.endpoint_id and """
                        + " " + condition
                        + " order by l.endpoint_id, l.due_at limit 1) f where f.due_at <= ?" + others
                        + " order by f.due_at limit ?",
                values);
    }
}
