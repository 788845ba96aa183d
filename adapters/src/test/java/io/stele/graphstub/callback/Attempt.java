package io.stele.graphstub.callback;

import io.stele.graphstub.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One try to tell the business something.
 *
 * @param status what it answered; null when it did not
 * @param error why there was no answer
 * @param millis how long it took
 */
public record Attempt(@Nullable Integer status, @Nullable String error, long millis) {

    /** Whether it counts as told: status 200 and no other. */
    public boolean isAcknowledged() {
        return status != null && status == 200;
    }

    public Map<String, Object> members() {
        return Json.members("status", status, "error", error, "millis", millis);
    }
}
