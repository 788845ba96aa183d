package io.stele.adapters.http;

import java.io.IOException;

/** Takes a file that is being fetched, piece by piece. */
@FunctionalInterface
public interface ChunkSink {

    /**
     * Takes the next piece. The bytes are the caller's again after the return.
     *
     * @param length at least 1
     * @throws IOException when they cannot be taken: the fetching ends, and whoever asked for it gets the exception
     */
    void take(byte[] bytes, int offset, int length) throws IOException;
}
