package io.stele.graphstub.ledger;

import io.stele.graphstub.json.Json;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts over a ledger's lines. Not safe for several threads. */
final class Tally {

    private final Map<String, Sends> byData = new HashMap<>();
    private final Sends sends = new Sends();
    private long callbacks;
    private long acknowledged;

    private static final class Sends {
        private long accepted;
        private long refused;
        private long faulted;

        private void count(String verdict) {
            switch (verdict) {
                case "accepted" -> accepted++;
                case "refused" -> refused++;
                case "faulted" -> faulted++;
                default -> {
                    // Neither a message nor an attempt at one.
                }
            }
        }

        private Map<String, Object> members() {
            return Json.members("accepted", accepted, "refused", refused, "faulted", faulted);
        }
    }

    void count(Map<String, Object> line) {
        if ("messages".equals(line.get("endpoint")) && line.get("verdict") instanceof String verdict) {
            sends.count(verdict);
            if (line.get("biz_opaque_callback_data") instanceof String data) {
                byData.computeIfAbsent(data, _ -> new Sends()).count(verdict);
            }
        }
        if ("callback".equals(line.get("kind"))) {
            callbacks++;
            acknowledged += Integer.valueOf(200).equals(line.get("status")) ? 1 : 0;
        }
    }

    Map<String, Object> byCallbackData() {
        Map<String, Object> all = new LinkedHashMap<>();
        byData.forEach((data, counted) -> all.put(data, counted.members()));
        return all;
    }

    Map<String, Object> totals() {
        Map<String, Object> totals = sends.members();
        totals.put("callback_data", byData.size());
        totals.put("accepted_twice", byData.values().stream().filter(each -> each.accepted > 1).count());
        totals.put("callbacks", callbacks);
        totals.put("callbacks_acknowledged", acknowledged);
        return totals;
    }

    void clear() {
        byData.clear();
        sends.accepted = 0;
        sends.refused = 0;
        sends.faulted = 0;
        callbacks = 0;
        acknowledged = 0;
    }
}
