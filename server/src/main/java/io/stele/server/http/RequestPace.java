package io.stele.server.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection on which a request comes too slowly. It stands before the HTTP codec, where bytes are seen, and {@link #messages()} after
 * it, where requests are. A connection on which nothing is begun is left to the idle timeout.
 */
final class RequestPace extends ChannelInboundHandlerAdapter {

    /**
     * How long a request may take to come.
     *
     * @param head from its first byte to the end of its headers
     * @param body from there to its end, and as much longer as the bytes that have come by then take at the least rate
     * @param bytesPerSecond the least rate of a body
     */
    record Limits(Duration head, Duration body, long bytesPerSecond) {}

    private enum Awaited {
        NOTHING,
        HEAD,
        BODY
    }

    private final Limits limits;
    private Awaited awaited = Awaited.NOTHING;
    private long since;
    private long received;
    private int unanswered;
    private @Nullable ScheduledFuture<?> check;

    RequestPace(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf bytes) {
            received += bytes.readableBytes();
            if (awaited == Awaited.NOTHING) {
                await(Awaited.HEAD);
            }
        }
        context.fireChannelRead(message);
        // Most requests come whole: nothing is scheduled for them.
        if (awaited != Awaited.NOTHING && check == null) {
            schedule(context, left());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancel();
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        cancel();
    }

    private void await(Awaited next) {
        awaited = next;
        since = System.nanoTime();
        received = 0;
    }

    private void cancel() {
        if (check != null) {
            check.cancel(false);
            check = null;
        }
    }

    private void schedule(ChannelHandlerContext context, long nanoseconds) {
        check = context.executor().schedule(() -> check(context), nanoseconds, TimeUnit.NANOSECONDS);
    }

    private void check(ChannelHandlerContext context) {
        check = null;
        if (awaited == Awaited.NOTHING) {
            return;
        }
        if (awaited == Awaited.HEAD && unanswered > 0) {
            // The next request is not read to its end before this one is answered.
            since = System.nanoTime();
        }
        long left = left();
        if (left > 0) {
            schedule(context, left);
        } else {
            context.close();
        }
    }

    private long left() {
        Duration whole =
                switch (awaited) {
                    case HEAD -> limits.head();
                    case BODY -> limits.body().plusMillis(received * 1_000 / limits.bytesPerSecond());
                    case NOTHING -> Duration.ZERO;
                };
        return whole.toNanos() - (System.nanoTime() - since);
    }

    /** The part that sees requests and answers. */
    ChannelDuplexHandler messages() {
        return new ChannelDuplexHandler() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                if (message instanceof HttpRequest) {
                    unanswered++;
                    await(Awaited.BODY);
                }
                if (message instanceof LastHttpContent) {
                    awaited = Awaited.NOTHING;
                }
                context.fireChannelRead(message);
            }

            @Override
            public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
                boolean isInterim = message instanceof HttpResponse response
                        && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
                if (message instanceof LastHttpContent && !isInterim) {
                    unanswered--;
                }
                context.write(message, promise);
            }
        };
    }
}
