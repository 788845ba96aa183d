package io.stele.adapters.kapso.webhook;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell in Kapso's words.
 *
 * @param lane in which its order is kept; null when it is not
 * @param record the body, which is made only for who wants it
 */
record Telling(KapsoEvent event, @Nullable UUID lane, Supplier<Object> record) {}
