/**
 * Webhooks, and what they are told.
 *
 * <p>A log of a scope that has webhooks has a cursor: up to where it has been told. Whoever holds the cursor's row tells the next events, and
 * writes their deliveries in the transaction that moves the cursor; the key of a delivery is the only judge of whether something was told before.
 * A webhook hears of what stands behind the end that its log had when the webhook was made. What had committed before has a position by that: it is
 * given to it before the webhook's transaction begins, which needs no lock of the log for it.
 *
 * <p>Each webhook has a queue. Whoever changes deliveries of a webhook holds the row of its queue: so those of one webhook are changed by one
 * transaction at a time, and the webhooks do not disturb each other. The queue is due when something in it may be claimed; while a delivery is
 * claimed it is due when its lease runs out. The fence tells one claim of a delivery from the next: a settlement is void when the delivery
 * has another.
 *
 * <p>Of the deliveries of a lane that were never tried only the first can have a moment at which it is due; the others cannot be claimed, however
 * long we were down. The first is due at once when no other of its lane is pending before it. When the one before it has failed, it is due half a
 * minute after the first attempt of that one. Both can change with each insertion and each settlement, and with nothing else.
 *
 * <p>Rows are locked in this order: cursors, webhooks, queues, buffers, watches; within each, by key.
 */
@NullMarked
package io.stele.server.store.webhook;

import org.jspecify.annotations.NullMarked;
