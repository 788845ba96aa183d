package io.stele.graphstub.graph;

import io.stele.graphstub.check.Sending;
import org.jspecify.annotations.Nullable;

/**
 * A message that was taken.
 *
 * @param wamid the id it was given
 * @param sending what the sender asked for
 * @param category the rate that it is billed at, as receipts name it
 */
public record AcceptedMessage(String wamid, BusinessNumber number, Sending sending, String category) {

    /** The sender's own note; null when there was none. */
    public @Nullable String callbackData() {
        return sending.callbackData();
    }
}
