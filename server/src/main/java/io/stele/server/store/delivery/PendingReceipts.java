package io.stele.server.store.delivery;

import io.stele.core.channel.EndpointId;
import io.stele.core.inbound.Receipt;
import io.stele.core.message.Json;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import io.stele.core.project.ProjectId;
import io.stele.server.store.delivery.ProviderNames.Name;
import io.stele.server.store.json.CircumstanceForm;
import io.stele.server.store.json.JsonText;
import io.stele.server.store.sql.Row;
import io.stele.server.store.sql.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Receipts that came before anybody knew whose they are. */
final class PendingReceipts {

    /** Stands for the status of a message that was listened to, which is that of one that was read. */
    private static final String PLAYED = "PLAYED";

    private PendingReceipts() {}

    /** Keeps the receipt; one for each name and status. */
    static List<@Nullable Object> values(Name name, Receipt receipt, Instant now) {
        return Arrays.asList(
                name.project(),
                name.endpoint(),
                name.text(),
                receipt.played() ? PLAYED : receipt.status(),
                CircumstanceForm.write(receipt.failure()),
                receipt.at(),
                now,
                receipt.details().members().isEmpty() ? null : JsonText.write(receipt.details()));
    }

    private static boolean isPlayed(Row row) {
        return row.text("status").equals(PLAYED);
    }

    private static Json.Members details(@Nullable String text) {
        return text != null && JsonText.read(text) instanceof Json.Members members ? members : Json.Members.EMPTY;
    }

    static void keep(Session session, List<List<@Nullable Object>> receipts) {
        session.insertAll(
                """
                insert into pending_receipt
                (project_id, endpoint_id, provider_message_id, status, failure, at, received_at, details)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                receipts);
    }

    /** Takes out what was kept for these names, as steps of their messages, in the order of progress. */
    static List<Step> take(Session session, Map<Name, MessageId> owners) {
        if (owners.isEmpty()) {
            return List.of();
        }
        List<Name> names = List.copyOf(owners.keySet());
        List<Step> steps = new ArrayList<>(session
                .list(
                        row -> {
                            Name name = new Name(
                                    row.uuid("project_id"),
                                    row.ksuid("endpoint_id"),
                                    row.text("provider_message_id"));
                            MessageId owner = owners.get(name);
                            return owner == null
                                    ? List.<Step>of()
                                    : List.of(new Step(
                                            new ProjectId(name.project()),
                                            new EndpointId(name.endpoint()),
                                            owner,
                                            name.text(),
                                            isPlayed(row) ? Status.READ : row.constant("status", Status.class),
                                            CircumstanceForm.readFailure(row.textOrNull("failure")),
                                            row.moment("at"),
                                            details(row.textOrNull("details")),
                                            isPlayed(row)));
                        },
                        """
                        select r.*
                        from unnest(cast(? as uuid array), cast(? as bytea array), cast(? as varchar array))
                            as k(project_id, endpoint_id, provider_message_id)
                        join pending_receipt r on r.project_id = k.project_id and r.endpoint_id = k.endpoint_id
                            and r.provider_message_id = k.provider_message_id""",
                        names.stream().map(Name::project).toList(),
                        names.stream().map(Name::endpoint).toList(),
                        names.stream().map(Name::text).toList())
                .stream()
                .flatMap(List::stream)
                .toList());
        if (!steps.isEmpty()) {
            session.together(
                    "delete from pending_receipt where project_id = ? and endpoint_id = ? and provider_message_id = ?",
                    owners.keySet().stream()
                            .sorted()
                            .map(name -> List.of(name.project(), name.endpoint(), name.text()))
                            .toList());
        }
        steps.sort(Comparator.comparing(Step::status).thenComparing(Step::played));
        return steps;
    }
}
