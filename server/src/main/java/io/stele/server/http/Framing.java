package io.stele.server.http;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells a body that ends from one whose end cannot be found, which the framework takes for the same. A request whose transfer coding is not understood
 * is not read at all: what would come after it may be anything.
 */
@Singleton
public final class Framing implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    static final String UNREADABLE = "The body's chunks cannot be read";

    private static final AttributeKey<Boolean> BROKEN = AttributeKey.valueOf(Framing.class, "broken");

    Framing() {}

    /** @throws RefusedException when the body's chunks could not be read to their end */
    public static void requireWhole(HttpRequest<?> request) {
        if (isBroken(request)) {
            throw new RefusedException(new Refusal.BadBody(UNREADABLE));
        }
    }

    static boolean isBroken(HttpRequest<?> request) {
        return request instanceof NettyHttpRequest<?> netty && isBroken(netty.getChannelHandlerContext().channel());
    }

    private static boolean isBroken(Channel channel) {
        return Boolean.TRUE.equals(channel.attr(BROKEN).get());
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        NettyServerCustomizer.Registry registry = event.getBean();
        registry.register(new Customizer(null));
        return registry;
    }

    private record Customizer(@Nullable Channel channel) implements NettyServerCustomizer {

        @Override
        public NettyServerCustomizer specializeForChannel(Channel connected, ChannelRole role) {
            return new Customizer(connected);
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (channel != null) {
                channel.pipeline()
                        .addAfter(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, "stele-framing", new Handler());
            }
        }
    }

    private static final class Handler extends ChannelDuplexHandler {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof io.netty.handler.codec.http.HttpRequest request && isOfUnknownCoding(request)) {
                request.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("transfer coding")));
                context.channel().attr(BROKEN).set(true);
            }
            // Nothing after this can be read: it stays so.
            if (message instanceof HttpContent content && content.decoderResult().isFailure()) {
                context.channel().attr(BROKEN).set(true);
            }
            context.fireChannelRead(message);
        }

        private static boolean isOfUnknownCoding(io.netty.handler.codec.http.HttpRequest request) {
            List<String> codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
            return !codings.isEmpty()
                    && (codings.size() > 1 || !HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.getFirst().strip()));
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            if (message instanceof LastHttpContent && isBroken(context.channel())) {
                context.write(message, promise.unvoid()).addListener(ChannelFutureListener.CLOSE);
            } else {
                context.write(message, promise);
            }
        }
    }
}
