package io.stele.server.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import java.io.ByteArrayInputStream;

/** Bytes of an answer that is sent as fast as it is taken. Their room is given back when all are sent, or the connection is gone. */
public final class HeldBytes extends ByteArrayInputStream {

    private static final String HELD = "stele.answer";

    private final HttpRequest<?> request;

    private HeldBytes(HttpRequest<?> request, byte[] bytes) {
        super(bytes);
        this.request = request;
    }

    /** @param share in which there is room for them; it is closed here */
    public static HeldBytes of(HttpRequest<?> request, byte[] bytes, BodyBudget.Share share) {
        if (request instanceof NettyHttpRequest<?> netty) {
            Holding.until(netty, HELD, share::close);
        } else {
            share.close();
        }
        return new HeldBytes(request, bytes);
    }

    @Override
    public void close() {
        Holding.end(request, HELD);
    }
}
