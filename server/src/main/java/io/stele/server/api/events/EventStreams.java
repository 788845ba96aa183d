package io.stele.server.api.events;

import io.micronaut.http.HttpRequest;
import io.stele.core.project.ApiKey;
import io.stele.core.project.ApiKeys;
import io.stele.core.project.Principal;
import io.stele.server.worker.FaultLog;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.reactivestreams.Publisher;
import org.slf4j.LoggerFactory;

/** Opens streams. */
@Singleton
final class EventStreams {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final LogReading log;
    private final EventFrames frames;
    private final OpenReaders readers;
    private final LogWatch watch;
    private final EventsFlavour flavour;
    private final ApiKeys keys;
    private final Consumer<Throwable> onFault;

    EventStreams(
            LogReading log,
            EventFrames frames,
            OpenReaders readers,
            LogWatch watch,
            EventsFlavour flavour,
            ApiKeys keys,
            InstantSource clock) {
        this.log = log;
        this.frames = frames;
        this.readers = readers;
        this.watch = watch;
        this.flavour = flavour;
        this.keys = keys;
        this.onFault = new FaultLog(LoggerFactory.getLogger(EventStream.class), "Streaming events", clock);
    }

    /**
     * What happens in the principal's scope after the position, until it is over. The stream leaves its place among the readers by itself, also
     * when nobody subscribes to it.
     */
    Publisher<byte[]> open(HttpRequest<?> request, Principal principal, long after) {
        String hash = flavour.key(request).map(key -> new ApiKey(key).hash()).orElseThrow();
        OpenReader reader = readers.admit(principal.keyId());
        EventStream stream = new EventStream(
                log,
                frames,
                principal.scope(),
                after,
                reader,
                HEARTBEAT,
                () -> keys.owner(hash).filter(principal::equals).isPresent(),
                onFault);
        Thread.ofVirtual().name("event-stream").start(() -> run(stream, principal, reader));
        return stream;
    }

    private void run(EventStream stream, Principal principal, OpenReader reader) {
        Runnable end = watch.watch(principal.scope(), reader);
        try {
            stream.run();
        } finally {
            end.run();
            readers.leave(reader);
        }
    }
}
