package io.stele.core.media;

import io.stele.core.delivery.Connector.MediaSource.Sink;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/** Cuts what comes into pieces, and writes each when it is full. Shows the queue that the fetching goes on, however slowly. */
final class Pieces implements Sink {

    /** How many signs of life go into one lease. */
    private static final int SIGNS = 3;

    private final MediaQueue queue;
    private final MediaClaim claim;
    private final Duration lease;
    private final InstantSource clock;
    private final BooleanSupplier ended;
    private final byte[] piece = new byte[MediaStore.PIECE_BYTES];
    private int filled;
    private int number;
    private long bytes;
    private Instant nextSign;

    /** @param ended whether to take no more */
    Pieces(MediaQueue queue, MediaClaim claim, Duration lease, InstantSource clock, BooleanSupplier ended) {
        this.queue = queue;
        this.claim = claim;
        this.lease = lease;
        this.clock = clock;
        this.ended = ended;
        this.nextSign = clock.instant().plus(lease.dividedBy(SIGNS));
    }

    /** How many bytes have come. */
    long bytes() {
        return bytes;
    }

    @Override
    public void take(byte[] source, int offset, int length) throws LostClaimException, BrokenOffException {
        if (ended.getAsBoolean()) {
            throw new BrokenOffException();
        }
        bytes += length;
        int taken = 0;
        while (taken < length) {
            int part = Math.min(length - taken, piece.length - filled);
            System.arraycopy(source, offset + taken, piece, filled, part);
            filled += part;
            taken += part;
            if (filled == piece.length) {
                write();
            }
        }
        if (clock.instant().isAfter(nextSign)) {
            requireHeld(queue.extend(claim, leaseEnd()));
        }
    }

    /** Writes what is left. */
    void end() throws LostClaimException {
        if (filled > 0) {
            write();
        }
    }

    private void write() throws LostClaimException {
        requireHeld(queue.append(claim, number, Arrays.copyOf(piece, filled), leaseEnd()));
        number++;
        filled = 0;
    }

    private Instant leaseEnd() {
        Instant now = clock.instant();
        nextSign = now.plus(lease.dividedBy(SIGNS));
        return now.plus(lease);
    }

    private static void requireHeld(boolean held) throws LostClaimException {
        if (!held) {
            throw new LostClaimException();
        }
    }
}
