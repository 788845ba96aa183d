package io.stele.core.delivery;

import io.stele.core.channel.EndpointId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The messages that wait to go out, in lanes. */
public interface DeliveryQueue {

    /**
     * Claims the heads of lanes that are due and that nobody holds, as many as there is room for: longest due first, but when more are
     * due than there is room for, each endpoint in its turn. When this returns it is durable that each attempt has begun, and the
     * messages are {@code SENDING}. Two claimers never get the same lane.
     *
     * <p>A message that cannot be read holds up its own lane, which is put off a little, and no other.
     *
     * @param lease how long the lanes are held, counted from the moment at which they are locked
     */
    List<Claim> claim(Room room, Instant now, Duration lease);

    /**
     * Holds lanes until this moment whose messages are still with their providers.
     *
     * @return the claims that held and hold on; another has the lanes of the others
     */
    List<Claim> renew(List<Claim> claims, Instant until);

    /**
     * Writes what came of claims, in one transaction, and frees their lanes. A {@code Sent} also applies the receipts that came before
     * it. A settlement whose lane was lost to another claimer leaves the lane alone: a {@code Sent} counts then like a receipt that
     * names our message, any other changes nothing. Writing the same twice changes nothing.
     *
     * <p>A message that fails and goes on fails like any other; in the same transaction it is continued by a new message, which waits at the other
     * endpoint. However often and wherever a failure is told, the message is continued once.
     *
     * @param followUp by which way a message goes on that was sent, and of which a receipt that came before says that it has failed
     */
    void settle(List<Settlement> settlements, FailureFollowUp followUp, Instant now);

    /**
     * Ends the doubts for which no receipt has come in time. The message goes to the end of its lane, to be sent as a new attempt, if it is
     * to be sent again and there is still time for it; else it fails. Both happen in the transaction that ends the doubt. A doubt that
     * cannot be read holds up no other.
     *
     * @return how many were ended
     */
    int endDoubts(Instant now, int limit);

    /** When the next lane is due that nobody holds and that is not of one of these endpoints; empty when none waits. */
    Optional<Instant> nextDue(Instant now, Set<EndpointId> without);
}
