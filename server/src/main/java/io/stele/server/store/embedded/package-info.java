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
 * <p>With {@code WRITE_DELAY=0} H2 does not compact the file either: after 48,000 messages in two minutes it was 5.4 GB long, of which 3 % were of use, and grew on by 24 MB a second for as long as it
 * was looked at. A chore does it here. Under such load the file still comes to some 4 GB, most of which was replaced in the last 45 seconds; H2 keeps that in case the machine dies.
 */
@NullMarked
package io.stele.server.store.embedded;

import org.jspecify.annotations.NullMarked;
