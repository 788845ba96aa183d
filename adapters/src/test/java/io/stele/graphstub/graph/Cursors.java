package io.stele.graphstub.graph;

import io.stele.graphstub.check.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The marks between pages: nothing that a client could read anything out of. They hold characters that an address must escape. */
final class Cursors {

    private Cursors() {}

    static String write(String id) {
        return Base64.getEncoder().encodeToString(("?>" + id + "~").getBytes(StandardCharsets.UTF_8)) + "+=";
    }

    static String read(String cursor) {
        try {
            String text = new String(
                    Base64.getDecoder().decode(cursor.substring(0, Math.max(0, cursor.length() - 2))), StandardCharsets.UTF_8);
            if (cursor.endsWith("+=") && text.length() > 3) {
                return text.substring(2, text.length() - 1);
            }
        } catch (IllegalArgumentException e) {
            // refused below
        }
        throw Refusal.parameter("Invalid cursor.");
    }
}
