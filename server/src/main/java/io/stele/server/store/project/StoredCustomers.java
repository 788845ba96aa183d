package io.stele.server.store.project;

import io.stele.core.customer.Customer;
import io.stele.core.customer.CustomerBook;
import io.stele.core.customer.CustomerFilter;
import io.stele.core.project.ProjectId;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import io.stele.server.store.sql.Condition;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Row;
import io.stele.server.store.sql.Session;
import io.stele.server.store.sql.SqlCauses;
import io.stele.server.store.sql.StoreException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps customers. Whoever connects a number for one, or removes one, locks its row first. */
@Singleton
final class StoredCustomers implements CustomerBook {

    private static final Set<String> UNIQUE_VIOLATION = Set.of("23505");

    private final Database database;
    private final StoredDirectory directory;

    StoredCustomers(Database database, StoredDirectory directory) {
        this.database = database;
        this.directory = directory;
    }

    @Override
    public Optional<Customer> customer(ProjectId project, UUID id) {
        return database.read(session -> found(session, project, id));
    }

    @Override
    public List<Customer> customers(ProjectId project, CustomerFilter filter, long skip, int limit) {
        Condition wanted = condition(project, filter);
        List<@Nullable Object> values = new ArrayList<>(wanted.values());
        values.add(limit);
        values.add(skip);
        return database.read(session -> session.list(
                StoredCustomers::customer,
                "select * from customer where " + wanted.sql() + " order by id desc limit ? offset ?",
                values.toArray()));
    }

    @Override
    public long count(ProjectId project, CustomerFilter filter) {
        Condition wanted = condition(project, filter);
        return database.read(session -> session.list(
                        row -> row.number("n"),
                        "select count(*) as n from customer where " + wanted.sql(),
                        wanted.values().toArray()))
                .getFirst();
    }

    @Override
    public Customer add(ProjectId project, Customer customer) {
        return unlessTaken(session -> {
            session.update(
                    "insert into customer (project_id, id, name, external_id, created_at, updated_at) values (?, ?, ?, ?, ?, ?)",
                    project.value(),
                    customer.id(),
                    customer.name(),
                    customer.externalId(),
                    customer.createdAt(),
                    customer.updatedAt());
            return found(session, project, customer.id()).orElseThrow();
        });
    }

    @Override
    public Optional<Customer> change(ProjectId project, Customer customer) {
        return unlessTaken(session -> {
            session.update(
                    "update customer set name = ?, external_id = ?, updated_at = ? where project_id = ? and id = ?",
                    customer.name(),
                    customer.externalId(),
                    customer.updatedAt(),
                    project.value(),
                    customer.id());
            return found(session, project, customer.id());
        });
    }

    @Override
    public boolean remove(ProjectId project, UUID id) {
        boolean removed = database.write(session -> removed(session, project, id));
        directory.refresh(project);
        return removed;
    }

    private static boolean removed(Session session, ProjectId project, UUID id) {
        if (!lock(session, project, id)) {
            return false;
        }
        boolean isServed = session.first(
                        _ -> true,
                        "select id from endpoint where project_id = ? and customer_id = ? and disconnected_at is null limit 1",
                        project.value(),
                        id)
                .isPresent();
        if (isServed) {
            throw new RejectedException(new Rejection.WrongState("The customer has connected phone numbers"));
        }
        session.update(
                "update endpoint set customer_id = null where project_id = ? and customer_id = ?", project.value(), id);
        session.update("delete from customer where project_id = ? and id = ?", project.value(), id);
        return true;
    }

    /** Holds the customer's row until the end of the transaction. @return whether there is one */
    static boolean lock(Session session, ProjectId project, UUID id) {
        return session.first(
                        _ -> true,
                        "select id from customer where project_id = ? and id = ? for update",
                        project.value(),
                        id)
                .isPresent();
    }

    private <T> T unlessTaken(Function<Session, T> work) {
        try {
            return database.write(work);
        } catch (StoreException e) {
            if (SqlCauses.haveState(e, UNIQUE_VIOLATION)) {
                throw new RejectedException(
                        new Rejection.WrongState("external_customer_id is that of another customer"));
            }
            throw e;
        }
    }

    private static Optional<Customer> found(Session session, ProjectId project, UUID id) {
        return session.first(
                StoredCustomers::customer, "select * from customer where project_id = ? and id = ?", project.value(), id);
    }

    private static Condition condition(ProjectId project, CustomerFilter filter) {
        return Condition.where("project_id = ?", project.value())
                .andContains("name", filter.nameContains())
                .andIfGiven("external_id = ?", filter.externalId())
                .andIfGiven("created_at >= ?", filter.createdAfter())
                .andIfGiven("created_at <= ?", filter.createdBefore());
    }

    private static Customer customer(Row row) {
        return new Customer(
                row.uuid("id"),
                row.text("name"),
                row.textOrNull("external_id"),
                row.moment("created_at"),
                row.moment("updated_at"));
    }
}
