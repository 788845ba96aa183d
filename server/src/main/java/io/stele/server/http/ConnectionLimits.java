package io.stele.server.http;

import com.sun.management.UnixOperatingSystemMXBean;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** How many connections there may be at once, and how slowly a request may come on one ({@link RequestPace}). */
@Singleton
final class ConnectionLimits implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    private final RequestPace.Limits pace;
    private final int most;
    private final AtomicInteger open = new AtomicInteger();

    /** @param most where the process may open fewer than twice as many files, it is half of those */
    ConnectionLimits(
            @Value("${stele.limits.head:15s}") Duration head,
            @Value("${stele.limits.body:30s}") Duration body,
            @Value("${stele.limits.bytes-per-second:16384}") long bytesPerSecond,
            @Value("${stele.limits.connections:10000}") int most) {
        this.pace = new RequestPace.Limits(head, body, bytesPerSecond);
        this.most = Math.clamp(files() / 2, 1, most);
    }

    private static long files() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        NettyServerCustomizer.Registry registry = event.getBean();
        registry.register(new Customizer(null));
        return registry;
    }

    private final class Customizer implements NettyServerCustomizer {

        private final @Nullable Channel channel;

        private Customizer(@Nullable Channel channel) {
            this.channel = channel;
        }

        @Override
        public NettyServerCustomizer specializeForChannel(Channel connected, ChannelRole role) {
            return new Customizer(connected);
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (channel != null) {
                limit(channel);
            }
        }
    }

    private void limit(Channel channel) {
        RequestPace requests = new RequestPace(pace);
        channel.pipeline().addBefore(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, "stele-pace", requests);
        channel.pipeline()
                .addAfter(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, "stele-pace-messages", requests.messages());
        boolean isTooMany = open.incrementAndGet() > most;
        channel.closeFuture().addListener(_ -> open.decrementAndGet());
        if (isTooMany) {
            channel.close();
        }
    }
}
