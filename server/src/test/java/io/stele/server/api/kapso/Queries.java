package io.stele.server.api.kapso;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Makes queries of what stands behind the question mark. */
final class Queries {

    private Queries() {}

    static Query of(String text) {
        return new Query(request("/x", text));
    }

    static HttpRequest<?> request(String path, String text) {
        MutableHttpRequest<?> request = HttpRequest.GET(path);
        for (String pair : text.replaceFirst("^\\?", "").split("&", 0)) {
            int sign = pair.indexOf('=');
            if (sign > 0) {
                request.getParameters()
                        .add(
                                pair.substring(0, sign),
                                URLDecoder.decode(pair.substring(sign + 1), StandardCharsets.UTF_8));
            }
        }
        return request;
    }
}
