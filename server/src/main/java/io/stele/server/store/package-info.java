/**
 * The store: the ports of the domain on H2 and PostgreSQL.
 *
 * <p>One package for each part of the domain; {@code sql} is what they all stand on. What a project has is read and written through
 * Micronaut Data repositories. Messages, deliveries and people are written in batches and listed by keys, with statements
 * that depend on what is asked for: those are written out as SQL, which both databases understand.
 *
 * <p>The keys and indexes of a project's tables begin with the project, but for the indexes by which work is found whoever's it is: what is due, and
 * what is old enough to be deleted.
 *
 * <p>Transactions take their locks in one order, so that two of them never wait for each other in a circle: customers, senders, endpoints,
 * idempotency keys, provider
 * names, addresses, threads that are made, correspondences, conversations, contacts, threads, lanes, deliveries, messages, files; within each, by
 * key, as the database orders keys. Transactions that lock what webhooks have lock nothing of those but the project, which is locked for
 * senders, and that first; {@code webhook} has an order of its own.
 * What is new has no place in that order until it is committed: rows are inserted in the order of their unique keys, as Java orders those.
 * Where a database finds a circle nevertheless, the transaction is run again. Of one process only one transaction at a time writes to H2, and why stands in
 * {@code sql.WriteTurn}; so the order matters there only where several share a database in memory, as tests do.
 */
@NullMarked
package io.stele.server.store;

import org.jspecify.annotations.NullMarked;
