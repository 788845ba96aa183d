package io.stele.adapters.connector.whatsapp;

import io.stele.core.message.Failure;
import java.time.Duration;

/** What came of asking Graph about something. */
public sealed interface Lookup<T> {

    record Found<T>(T value) implements Lookup<T> {}

    /** Graph does not tell: there is no such thing, or the token does not open it. The failure has Graph's code, title and details. */
    record Refused<T>(Failure failure) implements Lookup<T> {}

    /**
     * Graph could not be reached, had a fault, or asks to wait.
     *
     * @param retryAfter how long to wait before it is worth trying again
     */
    record Unavailable<T>(Duration retryAfter) implements Lookup<T> {}
}
