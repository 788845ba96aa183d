package io.stele.adapters.chirp.webhook;

import io.stele.contracts.chirp.webhook.AppReference;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell in Chirp's words.
 *
 * @param lane in which its order is kept; null when it is not
 * @param data what is told to this app; made only for who wants it
 */
record Telling(ChirpEventType type, @Nullable UUID lane, Function<@Nullable AppReference, Object> data) {}
