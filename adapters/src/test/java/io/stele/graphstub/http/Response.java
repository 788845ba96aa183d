package io.stele.graphstub.http;

import java.nio.charset.StandardCharsets;

/**
 * What another server has answered.
 *
 * @param keepsAlive whether it takes another request on the same connection
 */
public record Response(int status, byte[] body, boolean keepsAlive) {

    /** The body as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
