package io.stele.graphstub.graph;

import io.stele.graphstub.check.Refusal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Which files can be uploaded, and how large each may be. */
final class MediaLimits {

    private static final int KILO = 1024;
    private static final int MEGA = 1024 * KILO;

    private static final Map<String, Integer> LARGEST = largest();

    private MediaLimits() {}

    static void check(String type, int length) {
        int semicolon = type.indexOf(';');
        String bare = (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
        Integer most = LARGEST.get(bare);
        if (most == null) {
            throw Refusal.parameter("Param file must be a file with one of the following types: "
                    + String.join(", ", LARGEST.keySet()) + ". Received file of type '" + type + "'.");
        }
        if (length == 0 || length > most) {
            throw Refusal.of(
                    400,
                    131053,
                    "Media upload error",
                    "A file of type " + bare + " has 1 to " + most + " bytes, this one has " + length + ".");
        }
    }

    private static Map<String, Integer> largest() {
        Map<String, Integer> largest = new LinkedHashMap<>();
        for (String audio : new String[] {"aac", "amr", "mpeg", "mp4", "ogg"}) {
            largest.put("audio/" + audio, 16 * MEGA);
        }
        String office = "application/vnd.openxmlformats-officedocument.";
        for (String document : new String[] {
            "text/plain",
            "application/vnd.ms-excel",
            office + "spreadsheetml.sheet",
            "application/msword",
            office + "wordprocessingml.document",
            "application/vnd.ms-powerpoint",
            office + "presentationml.presentation",
            "application/pdf"
        }) {
            largest.put(document, 100 * MEGA);
        }
        largest.put("image/jpeg", 5 * MEGA);
        largest.put("image/png", 5 * MEGA);
        largest.put("image/webp", 500 * KILO);
        largest.put("video/3gpp", 16 * MEGA);
        largest.put("video/mp4", 16 * MEGA);
        return largest;
    }
}
