package io.stele.server.store.project;

import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.project.Mode;
import io.stele.core.project.Scope;
import io.stele.server.store.sql.AddressKind;
import io.stele.server.store.sql.Row;
import io.stele.server.store.sql.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Endpoints as they are now, for transactions that must not rely on what the directory remembers. */
public final class CurrentEndpoints {

    private CurrentEndpoints() {}

    /** Those that exist of these, by id. */
    public static Map<EndpointId, Endpoint> among(Session session, Collection<EndpointId> ids) {
        List<Endpoint> found = ids.isEmpty()
                ? List.of()
                : session.list(
                        CurrentEndpoints::endpoint,
                        "select * from endpoint where id = any(?)",
                        ids.stream().map(EndpointId::value).distinct().toList());
        return found.stream().collect(Collectors.toMap(Endpoint::id, Function.identity()));
    }

    /** Those of a scope that are connected and of these accounts, by account, oldest first. */
    public static Map<String, List<Endpoint>> ofAccounts(Session session, Scope scope, Collection<String> accounts) {
        List<Endpoint> found = accounts.isEmpty()
                ? List.of()
                : session.list(
                        CurrentEndpoints::endpoint,
                        """
                        select * from endpoint
                        where project_id = ? and mode = ? and business_account_id = any(?) and disconnected_at is null
                        order by created_at, id""",
                        scope.project().value(),
                        scope.mode(),
                        List.copyOf(accounts));
        Map<String, List<Endpoint>> ofAccounts = new HashMap<>();
        found.forEach(endpoint -> endpoint.whatsAppNumber().ifPresent(number -> ofAccounts
                .computeIfAbsent(number.businessAccountId(), _ -> new ArrayList<>())
                .add(endpoint)));
        return ofAccounts;
    }

    /** An endpoint from a row that has all of its columns. */
    static Endpoint endpoint(Row row) {
        return new EndpointRow(
                        row.ksuid("id"),
                        row.uuid("project_id"),
                        row.constant("mode", Mode.class),
                        row.uuidOrNull("sender_id"),
                        row.ksuidOrNull("app_id"),
                        row.constant("channel", Channel.class),
                        row.constant("address_kind", AddressKind.class),
                        row.text("address"),
                        row.text("connector"),
                        row.textOrNull("connected_number_id"),
                        row.textOrNull("phone_number_id"),
                        row.textOrNull("business_account_id"),
                        row.textOrNull("verified_name"),
                        row.textOrNull("quality") == null ? null : row.constant("quality", Endpoint.Quality.class),
                        row.text("name"),
                        row.uuidOrNull("customer_id"),
                        row.moment("created_at"),
                        row.moment("updated_at"),
                        row.momentOrNull("disconnected_at"))
                .endpoint();
    }
}
