/**
 * The file of the embedded database.
 *
 * <p>H2 (2.3.232) has a fault when a write of its file fails, because the disk is full: it means to write nothing more and to close, but whoever waits for
 * their commit at that moment gets to write theirs first. That may overwrite what only the older state of the file still needed, and stands on what
 * could not be written. H2 then opens the file in an older state, and what was committed in the last tenths of a second, and answered, is lost. So a file takes
 * nothing any more here once a write has failed: then it stays as it was after the last commit that was whole.
 *
 * <p>Seen with a program of H2 alone, six writers and {@code RETENTION_TIME=1000}: in 31 of 60 runs on a disk that became full commits were lost, up to 236 in one;
 * with this in none of 60.
 *
 * <p>With {@code WRITE_DELAY=0} H2 does not compact the file either. Seen with 64 clients who sent for 130 seconds: after 48,000 messages it was 5.4 GB long, of which 3 % were of use. In a soak, at half of
 * what the server could take, it grew by 24 MB a second for the twelve minutes that it was looked at. A chore compacts it here: with the same clients, and 42,000 messages, it was 3.9 GB long and grew by 4 MB a second at the end.
 * Of that 2.2 GB were of no use any more and waited for their 45 seconds, which H2 gives them in case the machine dies. Whether it levels off was not seen: nobody has looked for longer.
 */
@NullMarked
package io.stele.server.store.embedded;

import org.jspecify.annotations.NullMarked;
