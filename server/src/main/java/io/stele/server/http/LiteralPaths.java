package io.stele.server.http;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Makes two things true for every route. A plus in a path means a plus ({@code /contacts/+49151…}): the framework would take it for a
 * space, or would not match at all. And what a client says that it accepts does not decide whether it is answered: all answers are JSON, and clients
 * of all three APIs send whatever their library sends. Nobody looks at which language and which charset it would like, and some that are none the framework cannot read.
 *
 * <p>What no URI may hold is written out too, so that such a path is an unknown one like any other.
 *
 * <p>It is done on the connection, before the framework sees the request: a request that is changed later loses its body.
 */
@Singleton
final class LiteralPaths implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    private static final String EVENT_STREAM = "text/event-stream";

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        NettyServerCustomizer.Registry registry = event.getBean();
        registry.register(new Customizer(null));
        return registry;
    }

    private record Customizer(@Nullable Channel channel) implements NettyServerCustomizer {

        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return new Customizer(channel);
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (channel != null) {
                channel.pipeline()
                        .addAfter(
                                ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, "stele-literal-paths", new Rewriter());
            }
        }
    }

    private static final class Rewriter extends ChannelInboundHandlerAdapter {

        private static final String LEGAL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?@!$&'()*+,;=";
        private static final HexFormat HEX = HexFormat.of().withUpperCase();

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest request) {
                rewrite(request);
            }
            context.fireChannelRead(message);
        }

        private static void rewrite(HttpRequest request) {
            request.setUri(legal(request.uri()));
            request.headers().remove(HttpHeaderNames.ACCEPT_CHARSET).remove(HttpHeaderNames.ACCEPT_LANGUAGE);
            String accept = request.headers().get(HttpHeaderNames.ACCEPT);
            if (accept != null && !accept.contains(EVENT_STREAM)) {
                request.headers().set(HttpHeaderNames.ACCEPT, "*/*");
            }
        }

        /** Writes out what no URI may hold, so that every path is one that can be looked for, and every plus of a path. */
        private static String legal(String uri) {
            StringBuilder legal = new StringBuilder(uri.length());
            boolean inPath = true;
            for (int i = 0; i < uri.length(); i++) {
                char character = uri.charAt(i);
                inPath &= character != '?';
                boolean kept = character == '%' ? isEscape(uri, i) : LEGAL.indexOf(character) >= 0;
                if (kept && !(inPath && character == '+')) {
                    legal.append(character);
                } else {
                    legal.append('%').append(HEX.toHexDigits((byte) character));
                }
            }
            return legal.toString();
        }

        private static boolean isEscape(String uri, int at) {
            return at + 2 < uri.length()
                    && HexFormat.isHexDigit(uri.charAt(at + 1))
                    && HexFormat.isHexDigit(uri.charAt(at + 2));
        }
    }
}
