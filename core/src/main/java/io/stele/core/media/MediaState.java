package io.stele.core.media;

import java.time.Instant;
import java.util.UUID;

/** How far the fetching of a file has got. A file that is stored or gone stays so. */
public sealed interface MediaState {

    /**
     * It has not been fetched.
     *
     * @param dueAt when it is tried next; while somebody is at it, when their time is over
     * @param underWay whether somebody is at it
     */
    record Pending(Instant dueAt, boolean underWay) implements MediaState {}

    /**
     * All of it is here, unchanged: its size and its hash are known.
     *
     * @param fetch the attempt that brought it
     */
    record Stored(UUID fetch) implements MediaState {}

    /** It was not to be had, and is not tried again. */
    record Gone() implements MediaState {}
}
