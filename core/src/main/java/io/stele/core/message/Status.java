package io.stele.core.message;

/**
 * Where a message stands. The order of the constants is the order of progress: a message never moves to an earlier one.
 *
 * <p>A late proof of delivery outranks a failure, since what has arrived has arrived; a failure reported after the delivery
 * does not undo it.
 */
public enum Status {
    /** Accepted; held until a check by the sender's own rules is through. */
    HELD,
    /** Accepted and durable; waiting for its turn. */
    QUEUED,
    /** Being handed to the provider. */
    SENDING,
    /** The provider has taken it. */
    SENT,
    /** It will not arrive. */
    FAILED,
    /** It is on the recipient's device. */
    DELIVERED,
    /** The recipient has seen it. */
    READ,
    /** It came in. An inbound message has no other status. */
    RECEIVED
}
