package io.stele.core.customer;

import io.stele.core.project.ProjectId;
import io.stele.core.refusal.RejectedException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The customers of a project. Another project's are never found. */
public interface CustomerBook {

    Optional<Customer> customer(ProjectId project, UUID id);

    /** A part of those that the filter finds, newest first. */
    List<Customer> customers(ProjectId project, CustomerFilter filter, long skip, int limit);

    /** How many the filter finds. */
    long count(ProjectId project, CustomerFilter filter);

    /**
     * Writes a new customer.
     *
     * @throws RejectedException when another customer of the project has its external id
     */
    Customer add(ProjectId project, Customer customer);

    /**
     * Writes the customer's name, external id and time of change anew; empty when there is no such customer.
     *
     * @throws RejectedException when another customer of the project has its external id
     */
    Optional<Customer> change(ProjectId project, Customer customer);

    /**
     * Removes the customer. Endpoints that belonged to it and are disconnected belong to none then.
     *
     * @return whether there was one
     * @throws RejectedException when a connected endpoint belongs to it
     */
    boolean remove(ProjectId project, UUID id);
}
