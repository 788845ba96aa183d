package io.stele.server.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;

/**
 * Compressed bodies are not taken: a small one can be a thousand times as large when it is read, and no client of the three APIs sends any.
 */
public final class ContentCoding {

    /** What is taken, in the words of {@code Accept-Encoding}. */
    public static final String NONE = "identity";

    private ContentCoding() {}

    /** @throws RefusedException when the request says that its body is compressed */
    public static void requireNone(HttpRequest<?> request) {
        String coding = request.getHeaders().get(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.isBlank() && !coding.strip().equalsIgnoreCase(NONE)) {
            throw new RefusedException(new Refusal.WrongContentCoding(coding.strip()));
        }
    }
}
