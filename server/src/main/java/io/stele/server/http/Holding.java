package io.stele.server.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a request holds until it is answered, or its connection is gone. */
final class Holding {

    private Holding() {}

    /**
     * Gives it back at the end, once.
     *
     * @param name of the request's attribute that keeps it
     */
    static void until(NettyHttpRequest<?> request, String name, Runnable giveBack) {
        AtomicBoolean ended = new AtomicBoolean();
        Runnable end = () -> {
            if (ended.compareAndSet(false, true)) {
                giveBack.run();
            }
        };
        ChannelFuture closed = request.getChannelHandlerContext().channel().closeFuture();
        ChannelFutureListener gone = _ -> end.run();
        request.setAttribute(name, (Runnable) () -> {
            closed.removeListener(gone);
            end.run();
        });
        closed.addListener(gone);
    }

    /** The request has been answered. */
    static void end(HttpRequest<?> request, String name) {
        request.getAttribute(name, Runnable.class).ifPresent(Runnable::run);
    }
}
