package io.stele.core.media;

import io.stele.core.project.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The files that people sent. Another scope's are never found. */
public interface MediaStore {

    /** How many bytes each piece of a stored file has; the last one has what is left, and is never empty. */
    int PIECE_BYTES = 512 * 1024;

    /** The file with this id. */
    Optional<ReceivedFile> file(Scope scope, MediaId id);

    /** The files with these names, as far as they are there, in no order. */
    List<ReceivedFile> files(Scope scope, Collection<MediaName> names);

    /**
     * A piece of a file that is stored; empty when there is no such piece, or no longer.
     *
     * @param number counted from 0
     */
    Optional<byte[]> piece(ReceivedFile file, int number);
}
