package io.stele.adapters.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to be made.
 *
 * @param url as {@link OutboundUrl#check} takes it; it is looked at again before each request
 * @param headers sent in this order, after {@code Host}. {@code User-Agent} is {@code Stele} where none is among them. No {@code Accept-Encoding}
 *     is added, and no answer is ever unpacked
 * @param body null for none; a {@code POST}, {@code PUT} or {@code PATCH} then says that its length is 0
 * @param party on whose behalf the request is made: however slowly names of one party are found, those of another are found. Null when it is
 *     nobody's, and then each host is by itself
 */
public record Call(
        Method method, String url, List<Header> headers, @Nullable Body body, Limits limits, @Nullable String party) {

    /** What a request does. */
    public enum Method {
        GET(false),
        HEAD(false),
        POST(true),
        PUT(true),
        PATCH(true),
        DELETE(false);

        private final boolean expectsBody;

        Method(boolean expectsBody) {
            this.expectsBody = expectsBody;
        }

        boolean expectsBody() {
            return expectsBody;
        }
    }

    /**
     * What is sent.
     *
     * @param bytes not copied: not to be changed while the request is made
     * @param contentType the value of the header
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared; a copy would serve nobody
    public record Body(byte[] bytes, String contentType) {

        /** @throws IllegalArgumentException when the type cannot be a header's value */
        public Body {
            if (!Header.isValue(contentType)) {
                throw new IllegalArgumentException("not a content type");
            }
        }
    }

    public Call {
        headers = List.copyOf(headers);
    }

    /** On nobody's behalf. */
    public Call(Method method, String url, List<Header> headers, @Nullable Body body, Limits limits) {
        this(method, url, headers, body, limits, null);
    }

    /** The method alone: all else may hold secrets. */
    @Override
    public String toString() {
        return method.name();
    }
}
