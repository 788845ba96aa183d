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
 */
@NullMarked
package io.stele.server.store.embedded;

import org.jspecify.annotations.NullMarked;
