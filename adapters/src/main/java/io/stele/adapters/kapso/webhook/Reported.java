package io.stele.adapters.kapso.webhook;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to report in Meta's form.
 *
 * @param account the business account that it is about
 * @param time Unix seconds; null where Meta tells none
 * @param value a record of the wire, or a tree
 * @param lane in which its order is kept; null when it is not
 */
record Reported(MetaField field, String account, @Nullable Long time, Object value, @Nullable UUID lane) {}
