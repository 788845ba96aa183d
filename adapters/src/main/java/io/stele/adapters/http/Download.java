package io.stele.adapters.http;

import org.jspecify.annotations.Nullable;

/**
 * What came of fetching a file. Only {@link Downloaded} means that the receiver has all of it; after anything else, what it was given is a part and
 * to be thrown away.
 */
public sealed interface Download permits Download.Downloaded, Download.TooLarge, Download.OtherStatus, Failure {

    /**
     * All of it was handed on.
     *
     * @param status from 200 to 299, but not 206
     * @param contentType as the other side said it; null when it did not
     * @param size in bytes
     */
    record Downloaded(int status, @Nullable String contentType, long size) implements Download {}

    /** It has more bytes than are wanted. */
    record TooLarge() implements Download {}

    /** The other side answered, but not with the file. A redirect is not followed. */
    record OtherStatus(int status) implements Download {}
}
