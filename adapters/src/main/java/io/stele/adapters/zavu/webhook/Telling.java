package io.stele.adapters.zavu.webhook;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell in Zavu's words.
 *
 * @param lane in which its order is kept; null when it is not
 * @param data made only for who wants it
 */
record Telling(ZavuEventType type, @Nullable UUID lane, Supplier<Object> data) {}
