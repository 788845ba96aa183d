package io.stele.core.media;

import io.stele.core.channel.EndpointId;
import io.stele.core.project.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The files that are to be fetched. Of two claimers only one gets a file. A claim holds until its lease ends; what is written under a
 * claim that was lost to another changes nothing.
 */
public interface MediaQueue {

    /**
     * Claims the file that has been due for longest. What an attempt left that nobody ended is thrown away.
     *
     * @param without endpoints whose files are left alone
     * @param until when the lease ends
     */
    Optional<MediaClaim> claim(Set<EndpointId> without, Instant now, Instant until);

    /** Claims this file; empty when it is not due, or not there. */
    Optional<MediaClaim> claim(Scope scope, MediaId id, Instant now, Instant until);

    /**
     * Makes the lease longer.
     *
     * @return whether the claim still held
     */
    boolean extend(MediaClaim claim, Instant until);

    /**
     * Writes the next piece, and makes the lease longer. Nobody sees it before {@link #store}.
     *
     * @param number counted from 0
     * @param piece of {@link MediaStore#PIECE_BYTES}, or the last one
     * @return whether the claim still held; else nothing was written
     */
    boolean append(MediaClaim claim, int number, byte[] piece, Instant until);

    /**
     * Says that the pieces are the whole file: it is stored from now on.
     *
     * @param found with its size and its hash
     * @return whether the claim still held; else nothing was changed
     */
    boolean store(MediaClaim claim, MediaFacts found);

    /** Throws the pieces away, and lets the file be tried again from this moment on. */
    void retry(MediaClaim claim, Instant at);

    /** Throws the pieces away: the file is gone. */
    void giveUp(MediaClaim claim);

    /** When the next file is due that is not of one of these endpoints; empty when none waits. */
    Optional<Instant> nextDue(Set<EndpointId> without);
}
