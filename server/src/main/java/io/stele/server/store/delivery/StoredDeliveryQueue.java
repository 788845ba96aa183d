package io.stele.server.store.delivery;

import io.stele.core.channel.Directory;
import io.stele.core.channel.EndpointId;
import io.stele.core.delivery.Claim;
import io.stele.core.delivery.DeliveryQueue;
import io.stele.core.delivery.Dispatch;
import io.stele.core.delivery.Settlement;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import io.stele.core.project.ProjectId;
import io.stele.server.store.json.CircumstanceForm;
import io.stele.server.store.people.Acquaintance;
import io.stele.server.store.sql.Database;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lanes as tables. What is locked is skipped by the next claimer, so that claimers never wait for each other. */
@Singleton
final class StoredDeliveryQueue implements DeliveryQueue {

    private final Database database;
    private final Directory directory;

    StoredDeliveryQueue(Database database, Directory directory) {
        this.database = database;
        this.directory = directory;
    }

    @Override
    public List<Claim> claim(int limit, Instant now, Duration lease) {
        return database.write(session -> new Claiming(session, now, lease).claim(limit)).stream()
                .flatMap(held -> claim(held).stream())
                .toList();
    }

    /** Empty for an endpoint that this node does not know yet: the lane is free again when the lease has run out. */
    private Optional<Claim> claim(Claiming.Held held) {
        return directory
                .endpoint(held.message().scope(), held.message().endpoint())
                .map(endpoint -> new Claim(
                        held.lane(),
                        held.fence(),
                        new Dispatch(held.message(), endpoint, held.attempt()),
                        held.queuedAt(),
                        held.inDoubt()));
    }

    @Override
    public void settle(List<Settlement> settlements, Instant now) {
        if (!settlements.isEmpty()) {
            database.write(session -> {
                new Settling(session, now).settle(settlements);
                return settlements.size();
            });
        }
    }

    @Override
    public int giveUpOnDoubtful(Instant now, int limit) {
        return database.write(session -> {
            List<Step> steps = new ArrayList<>(session.list(
                    row -> new Step(
                            new ProjectId(row.uuid("project_id")),
                            new EndpointId(row.ksuid("endpoint_id")),
                            new MessageId(row.ksuid("message_id")),
                            null,
                            Status.FAILED,
                            CircumstanceForm.readFailure(row.text("failure")),
                            now),
                    """
                    select d.project_id, d.message_id, d.failure, m.endpoint_id from in_doubt d
                    join message m on m.project_id = d.project_id and m.id = d.message_id
                    where d.give_up_at <= ? order by d.give_up_at limit ?""",
                    now,
                    limit));
            Acquaintance.lock(session, Progress.people(session, steps));
            int[] mine = session.batch(
                    "delete from in_doubt where project_id = ? and message_id = ?",
                    steps.stream()
                            .map(step -> List.of(step.project().value(), step.message().value()))
                            .toList());
            for (int i = mine.length - 1; i >= 0; i--) {
                if (mine[i] == 0) {
                    steps.remove(i);
                }
            }
            return Progress.apply(session, steps, now).size();
        });
    }

    @Override
    public Optional<Instant> nextDue(Instant now) {
        return database.read(session -> session.first(
                row -> row.moment("due_at"),
                """
                select due_at from lane
                where due_at >= ? and (fence is null or due_at <= ?)
                order by due_at
                limit 1""",
                Instant.EPOCH,
                now));
    }
}
